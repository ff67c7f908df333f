package dev.postern.readers.cloudformation;

import dev.postern.model.Text;
import dev.postern.readers.source.Paths;
import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.Problem;
import dev.postern.text.Problem.Level;
import dev.postern.text.Span;
import dev.postern.value.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What stands in the place of `Fn::Transform`: the snippet that `AWS::Include` names, where it
/// lies beside the template, as `aws cloudformation package` takes it. Every other macro is code
/// that is not here.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html">AWS::Include</a>
final class Includes {
  private final Beside beside;
  private final Problems problems;
  private final Set<String> open = new HashSet<>();

  Includes(Beside beside, Problems problems) {
    this.beside = beside;
    this.problems = problems;
  }

  /// What `use` makes of the snippet; nothing where there is none to be had, which is told.
  ///
  /// @param level what it costs the review where the snippet does not lie here
  <T> Optional<T> snippet(
      Tree transform, Span at, Scope scope, Level level, Values values, Function<Mapping, T> use) {
    String name = name(transform);
    if (!name.equals("AWS::Include")) {
      tell(level, "macro `" + name + "` is code that is not here; what it makes is not read", at);
      return Optional.empty();
    }
    Optional<Text> location =
        location(transform)
            .map(tree -> values.of(tree, scope))
            .flatMap(Value::sole)
            .flatMap(node -> node instanceof Text text ? Optional.of(text) : Optional.empty());
    Optional<String> path = location.flatMap(Text::literal).filter(Includes::isLocal);
    if (path.isPresent()) {
      return local(path.get(), at, use);
    }
    String from = location.map(l -> "`" + l + "`").orElse("an unknown place");
    tell(level, "what is included from " + from + " lies elsewhere and is not read", at);
    return Optional.empty();
  }

  private void tell(Level level, String message, Span at) {
    problems.add(new Problem(level, message, at));
  }

  private <T> Optional<T> local(String written, Span at, Function<Mapping, T> use) {
    String path = Paths.resolve(Paths.folder(at.file().path()), written);
    Optional<Tree> root = beside.document(path).flatMap(this::root);
    if (root.isEmpty()) {
      problems.error("no file `" + written + "` to include is here", at);
    } else if (!(root.get() instanceof Mapping snippet)) {
      problems.error("`" + written + "`, which is included, is no map", at);
    } else if (!open.add(path)) {
      problems.error("`" + written + "` includes itself", at);
    } else {
      Optional<T> used = Optional.of(use.apply(snippet));
      open.remove(path);
      return used;
    }
    return Optional.empty();
  }

  private Optional<Tree> root(Document document) {
    document.problems().forEach(problems::add);
    return document.roots().stream().findFirst();
  }

  /// Whether a path is one of a file, rather than a place on the network.
  static boolean isLocal(String path) {
    return !path.isBlank() && !path.startsWith("/") && !path.matches("[A-Za-z0-9+.-]+://.*");
  }

  static String name(Tree transform) {
    return transform instanceof Mapping mapping
            && mapping.find("Name").orElse(transform) instanceof Scalar scalar
        ? scalar.text()
        : "Fn::Transform";
  }

  private static Optional<Tree> location(Tree transform) {
    return transform instanceof Mapping mapping
            && mapping.find("Parameters").orElse(transform) instanceof Mapping parameters
        ? parameters.find("Location")
        : Optional.empty();
  }
}
