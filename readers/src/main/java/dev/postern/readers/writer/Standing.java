package dev.postern.readers.writer;

import dev.postern.model.Resource;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.source.Paths;
import dev.postern.readers.terraform.Terraform;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which resources and arguments of Terraform stand in the text as what they are, so that a change
/// of the text changes them and nothing else.
final class Standing {
  private static final Set<String> ELSEWHERE =
      Set.of("var", "local", "module", "each", "count", "data");

  private Standing() {}

  /// Why the block of a resource is not the resource's alone.
  static Optional<Writing.Refused> refusal(Resource resource, List<Resource> all) {
    SourceFile file = resource.header().file();
    if (!file.path().endsWith(".tf") && !file.path().endsWith(".tofu")) {
      String what =
          Paths.isTerraform(file.path()) ? "written in JSON" : "read from a plan or state";
      return refused("`" + resource + "` is " + what, resource.header());
    }
    if (!resource.unit().files().contains(file.path())) {
      return refused("`" + resource + "` is read from a plan or state", resource.header());
    }
    if (resource.symbolic().isPresent()) {
      Reason why = resource.symbolic().get();
      return refused("`" + resource + "` stands for many: " + why.what(), resource.header());
    }
    return all.stream()
        .filter(other -> other.header().equals(resource.header()))
        .filter(other -> !other.address().equals(resource.address()))
        .findFirst()
        .flatMap(other ->
            refused("`%s` and `%s` are one block".formatted(resource, other), resource.header()));
  }

  /// Why a block makes other than one resource.
  static Optional<Writing.Refused> repetition(Block block) {
    for (String name : List.of("count", "for_each")) {
      Optional<Attribute> found = block.body().attribute(name);
      if (found.isPresent()) {
        return refused("the block is repeated by `" + name + "`", found.get().span());
      }
    }
    return block.span().text().endsWith("}")
        ? Optional.empty()
        : refused("the block has no end", block.header());
  }

  /// Why the value of an expression is not decided where it stands.
  static Optional<Writing.Refused> elsewhere(Expression expression) {
    if (expression instanceof Expression.Variable(var name, _) && ELSEWHERE.contains(name)) {
      return refused("the value comes from `" + name + "`", expression.span());
    }
    if (expression instanceof Expression.Invalid) {
      return refused("the value cannot be read", expression.span());
    }
    return expression.children().stream()
        .map(Standing::elsewhere)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// The blocks of resources in the folder of `file`.
  static List<Block> blocks(List<SourceFile> files, SourceFile file) {
    String folder = Paths.folder(file.path());
    return files.stream()
        .filter(f -> f.equals(file) || Paths.folder(f.path()).equals(folder))
        .filter(f -> Paths.isTerraform(f.path()))
        .distinct()
        .flatMap(f -> Terraform.parse(f).body().blocks("resource").stream())
        .filter(block -> block.labels().size() == 2)
        .toList();
  }

  static Optional<Writing.Refused> refused(String why, Span at) {
    return Optional.of(new Writing.Refused(why, at));
  }
}
