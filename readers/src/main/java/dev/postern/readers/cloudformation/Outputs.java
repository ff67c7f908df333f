package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.text.Span;
import dev.postern.text.Spelling;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a stack gives to others.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html">outputs</a>
final class Outputs {
  private final Map<String, Declared> declared = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Values values;
  private final Problems problems;

  Outputs(List<Declared> declared, Values values, Problems problems) {
    declared.forEach(each -> this.declared.put(each.id(), each));
    this.values = values;
    this.problems = problems;
  }

  /// The value of an output, used at `use`.
  Value<Node> value(String name, Span use) {
    Declared output = declared.get(name);
    Optional<Tree> written = output == null ? Optional.empty() : field(output, "Value");
    if (output == null || written.isEmpty()) {
      String hint = Spelling.hint(name, declared.keySet());
      return problems.invalid("nested stack has no output `" + name + "`" + hint, name, use);
    }
    if (!open.add(name)) {
      return problems.invalid("output `" + name + "` depends on itself", name, use);
    }
    Value<Node> value = values.of(written.get(), output.scope());
    open.remove(name);
    return Texts.through(value, use, "Outputs." + name);
  }

  /// A value under the name by which other stacks import it.
  record Export(Text name, Value<Node> value) {}

  List<Export> exports() {
    var all = new ArrayList<Export>();
    for (Declared output : declared.values()) {
      Optional<Text> name =
          field(output, "Export")
              .flatMap(export -> export instanceof Mapping m ? m.find("Name") : Optional.empty())
              .map(tree -> values.of(tree, output.scope()))
              .flatMap(Value::sole)
              .flatMap(node -> node instanceof Text text ? Optional.of(text) : Optional.empty());
      Optional<Tree> value = field(output, "Value");
      if (name.isPresent() && value.isPresent()) {
        all.add(new Export(name.get(), values.of(value.get(), output.scope())));
      }
    }
    return all;
  }

  private static Optional<Tree> field(Declared output, String key) {
    return output.body() instanceof Mapping body ? body.find(key) : Optional.empty();
  }
}
