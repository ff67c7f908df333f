package dev.postern.readers.plan;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.json.Decoding;
import dev.postern.readers.terraform.Terraform;
import dev.postern.readers.terraform.TerraformResource;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/// The resources of a plan or state with the places of the source that they come from.
///
/// What the plan knows is true. What it does not know is what the source says of it: a text with
/// references in it, an unknown, or nothing, which leaves it to the provider. What both know has
/// the place and the references of the source.
final class Located {
  private final Map<String, TerraformResource> byAddress = new HashMap<>();
  private final Map<String, TerraformResource> byBlock = new HashMap<>();

  private Located(List<TerraformResource> source) {
    source.forEach(resource -> {
      byAddress.putIfAbsent(resource.address(), resource);
      byBlock.putIfAbsent(Name.withoutKeys(resource.address()), resource);
    });
  }

  static Terraform.Configuration in(
      Terraform.Configuration recorded, Terraform.Configuration source) {
    var located = new Located(source.resources());
    var files = new ArrayList<>(recorded.files());
    files.addAll(source.files());
    return new Terraform.Configuration(
        recorded.resources().stream().map(located::resource).toList(),
        source.variables(),
        source.locals(),
        source.outputs(),
        source.rest(),
        source.folders(),
        source.comments(),
        files,
        located.problems(recorded));
  }

  private List<Problem> problems(Terraform.Configuration recorded) {
    var problems = new ArrayList<>(recorded.problems());
    var there = recorded.resources().stream().map(TerraformResource::address).toList();
    byAddress.values().stream()
        .filter(r -> r.symbolic().isEmpty() && !there.contains(r.address()))
        .sorted((a, b) -> a.address().compareTo(b.address()))
        .limit(1)
        .forEach(r ->
            problems.add(
                Problem.warning(
                    "`%s` is not in `%s`, which is reviewed in place of the source"
                        .formatted(r.address(), recorded.files().getFirst().path()),
                    r.block().header())));
    return problems;
  }

  private TerraformResource resource(TerraformResource recorded) {
    TerraformResource exact = byAddress.get(recorded.address());
    TerraformResource source =
        exact != null ? exact : byBlock.get(Name.withoutKeys(recorded.address()));
    return source == null
        ? recorded
        : new TerraformResource(
            recorded.address(),
            recorded.type(),
            source.block(),
            fields(
                recorded.body(),
                exact == null ? Node.Fields.of(Map.of()) : exact.body(),
                Origin.written(source.block().header())),
            recorded.when(),
            Optional.empty());
  }

  /// @param here where what the source leaves out is left out
  private static Node.Fields fields(Node.Fields recorded, Node.Fields source, Origin here) {
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    recorded
        .entries()
        .forEach((name, value) -> {
          Value<Node> written = source.entries().get(name);
          all.put(name, written == null ? moved(value, here) : both(value, written));
        });
    source
        .entries()
        .forEach((name, value) -> {
          if (isNothing(value)) {
            all.putIfAbsent(name, value);
          }
        });
    return new Node.Fields(all, recorded.rest());
  }

  /// Plans leave out what is written as nothing.
  private static boolean isNothing(Value<Node> value) {
    return value instanceof Value.Absent
        || value.sole().filter(Node.Items.of(List.of())::equals).isPresent();
  }

  private static Value<Node> both(Value<Node> recorded, Value<Node> source) {
    if (recorded instanceof Value.Unknown) {
      return source;
    }
    Optional<Node> known = recorded.sole();
    if (known.isEmpty() || source instanceof Value.Absent) {
      return moved(recorded, source.origin());
    }
    Node node =
        source
            .sole()
            .map(written -> node(known.get(), written, source.origin()))
            .orElseGet(() -> moved(known.get(), source.origin()));
    Value<Node> value = Value.known(node, source.origin());
    boolean written = source.sole().filter(known.get()::equals).isPresent();
    boolean secret =
        source.sensitivity() == Sensitivity.SECRET
            || (recorded.sensitivity() == Sensitivity.SECRET && !written);
    return secret ? value.secret() : value;
  }

  private static Node node(Node recorded, Node source, Origin here) {
    if (recorded instanceof Node.Fields a && source instanceof Node.Fields b) {
      return fields(a, b, here);
    }
    if (recorded instanceof Node.Items(var a, var rest)
        && source instanceof Node.Items(var b, _)
        && a.size() == b.size()) {
      return new Node.Items(paired(a, b, here), rest);
    }
    if (recorded instanceof Text a && source instanceof Text b) {
      return text(a, b);
    }
    return recorded.equals(source) ? source : moved(recorded, here);
  }

  /// The same value at another place.
  private static Value<Node> moved(Value<Node> value, Origin here) {
    return switch (value) {
      case Value.Known<Node>(var node, _, var sensitivity) ->
          new Value.Known<>(moved(node, here), here, sensitivity);
      case Value.Unknown<Node>(var reason, _, var sensitivity) ->
          new Value.Unknown<>(reason, here, sensitivity);
      case Value.Absent<Node> _ -> Value.absent(here);
      case Value.Default<Node> _, Value.OneOf<Node> _ -> value;
    };
  }

  private static Node moved(Node node, Origin here) {
    return switch (node) {
      case Node.Fields(var entries, var rest) -> {
        SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
        entries.forEach((name, value) -> all.put(name, moved(value, here)));
        yield new Node.Fields(all, rest);
      }
      case Node.Items(var items, var rest) ->
          new Node.Items(items.stream().map(item -> moved(item, here)).toList(), rest);
      case Text text -> text.literal().isPresent() ? Text.of(text.literal().get(), here) : text;
      case Node.Num _, Node.Bool _ -> node;
    };
  }

  /// Sets come back in another order, so that each item is put beside the first one that says
  /// nothing else.
  private static List<Value<Node>> paired(
      List<Value<Node>> recorded, List<Value<Node>> source, Origin here) {
    var left = new ArrayList<>(source);
    var all = new ArrayList<Value<Node>>();
    for (Value<Node> item : recorded) {
      Value<Node> same =
          left.stream().filter(s -> agree(item, s)).findFirst().orElseGet(left::getFirst);
      left.remove(same);
      all.add(agree(item, same) ? both(item, same) : moved(item, here));
    }
    return all;
  }

  private static boolean agree(Value<Node> a, Value<Node> b) {
    Optional<Node> x = a.sole();
    Optional<Node> y = b.sole();
    if (x.isEmpty() || y.isEmpty()) {
      return true;
    }
    return switch (x.get()) {
      case Node.Fields fields ->
          y.get() instanceof Node.Fields others
              && fields.entries().entrySet().stream()
                  .allMatch(e ->
                      Optional.ofNullable(others.entries().get(e.getKey()))
                          .map(other -> agree(e.getValue(), other))
                          .orElse(true));
      case Node.Items items ->
          y.get() instanceof Node.Items others
              && (items.values().size() != others.values().size()
                  || items.values().stream()
                      .allMatch(i -> others.values().stream().anyMatch(o -> agree(i, o))));
      case Text text ->
          !(y.get() instanceof Text other)
              || text.literal().isEmpty()
              || other.literal().isEmpty()
              || text.literal().equals(other.literal());
      case Node.Num _, Node.Bool _ ->
          x.get().getClass() != y.get().getClass() || x.get().equals(y.get());
    };
  }

  private static Text text(Text recorded, Text source) {
    if (recorded.literal().isEmpty() || recorded.literal().equals(source.literal())) {
      return source;
    }
    if (source.parts().size() == 1
        && source.parts().getFirst() instanceof Text.Part.Json(var document, var origin)) {
      Value<Node> decoded = Decoding.json(recorded, origin.place(), _ -> {});
      return Text.of(List.of(new Text.Part.Json(both(decoded, document), origin)));
    }
    boolean references = source.parts().stream().anyMatch(Text.Part.Reference.class::isInstance);
    boolean holes = source.parts().stream().anyMatch(Text.Part.Hole.class::isInstance);
    Origin use = Objects.requireNonNull(source.parts().getFirst()).origin();
    return references && !holes ? source : Text.of(recorded.literal().orElseThrow(), use);
  }
}
