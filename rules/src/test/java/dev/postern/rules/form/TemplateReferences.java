package dev.postern.rules.form;

import static dev.postern.rules.form.TemplateNode.call;
import static dev.postern.rules.form.TemplateNode.list;
import static dev.postern.rules.form.TemplateNode.text;

import dev.postern.rules.form.TemplateNode.Fields;
import dev.postern.rules.form.TemplateNode.Items;
import dev.postern.rules.form.TemplateNode.Word;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// References to what is a string, in strings.
final class TemplateReferences {
  private TemplateReferences() {}

  static Fields substituted(Fields template) {
    return changed(
        template,
        call ->
            name(template, call)
                .map(name -> (TemplateNode) call("Fn::Sub", text("${" + name + "}")))
                .orElse(call));
  }

  static Fields joined(Fields template) {
    return changed(
        template,
        call ->
            name(template, call).isPresent()
                ? call("Fn::Join", list(text(""), list(call, text(""))))
                : call);
  }

  private static Fields changed(Fields template, Function<Fields, TemplateNode> change) {
    return TemplateNode.properties(template, value -> TemplateNode.calls(value, change));
  }

  /// What stands between `${` and `}` for the same reference.
  private static Optional<String> name(Fields template, Fields call) {
    return switch (call.function().orElse("")) {
      case "Ref" ->
          call.all().get("Ref") instanceof Word(String name, _)
                  && !name.equals("AWS::NoValue")
                  && !isList(template, name)
              ? Optional.of(name)
              : Optional.empty();
      case "Fn::GetAtt" ->
          call.all().get("Fn::GetAtt") instanceof Items(var all)
                  && all.stream().allMatch(Word.class::isInstance)
              ? Optional.of(
                  all.stream().map(n -> ((Word) n).text()).collect(Collectors.joining(".")))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isList(Fields template, String parameter) {
    return template
        .fields("Parameters")
        .flatMap(p -> p.fields(parameter))
        .map(p -> p.all().get("Type") instanceof Word(String type, _) ? type : "")
        .filter(type -> type.contains("List"))
        .isPresent();
  }
}
