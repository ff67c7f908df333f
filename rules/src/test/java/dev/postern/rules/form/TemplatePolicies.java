package dev.postern.rules.form;

import static dev.postern.rules.form.TemplateNode.call;
import static dev.postern.rules.form.TemplateNode.text;

import dev.postern.rules.form.TemplateNode.Fields;
import dev.postern.rules.form.TemplateNode.Items;
import dev.postern.rules.form.TemplateNode.Word;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Policy documents, whose properties have the type Json, as strings of JSON.
final class TemplatePolicies {
  private static final Set<String> DOCUMENTS =
      Set.of("PolicyDocument", "AssumeRolePolicyDocument", "KeyPolicy", "ResourcePolicy");

  private TemplatePolicies() {}

  /// Those in which nothing is called.
  static Fields strings(Fields template) {
    return changed(
        template,
        document ->
            TemplateText.json(document).contains("\"Fn::")
                    || TemplateText.json(document).contains("\"Ref\"")
                ? document
                : text(TemplateText.json(document)));
  }

  static Fields functions(Fields template) {
    Fields changed = changed(template, document -> call("Fn::ToJsonString", document));
    return changed.equals(template)
        ? template
        : changed.with("Transform", text("AWS::LanguageExtensions"));
  }

  private static Fields changed(Fields template, UnaryOperator<TemplateNode> change) {
    var found = new boolean[1];
    Fields changed =
        TemplateNode.resources(
            template,
            r ->
                (Fields)
                    inside(
                        r,
                        document -> {
                          found[0] = true;
                          return change.apply(document);
                        }));
    return found[0] ? changed : template;
  }

  private static TemplateNode inside(TemplateNode node, UnaryOperator<TemplateNode> change) {
    return switch (node) {
      case Word word -> word;
      case Items(var all) -> new Items(all.stream().map(n -> inside(n, change)).toList());
      case Fields(var all) -> {
        var changed = new LinkedHashMap<String, TemplateNode>();
        all.forEach((key, value) ->
            changed.put(
                key,
                DOCUMENTS.contains(key) && value instanceof Fields f && f.function().isEmpty()
                    ? change.apply(value)
                    : inside(value, change)));
        yield new Fields(changed);
      }
    };
  }
}
