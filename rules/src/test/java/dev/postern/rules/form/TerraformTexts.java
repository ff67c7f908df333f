package dev.postern.rules.form;

import dev.postern.readers.hcl.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Forms of JSON documents that arguments of resources hold.
final class TerraformTexts {
  private static final String CONSTANT = "`jsonencode` of constants and attributes of resources";

  private TerraformTexts() {}

  static List<Form> all() {
    return List.of(
        encoded("json-heredoc", json -> "<<EOT\n" + json + "\nEOT\n"),
        encoded("json-flush-heredoc", json -> "<<-EOT\n    " + json + "\n  EOT\n"),
        encoded("encoded-heredoc", json -> "jsonencode(jsondecode(<<EOT\n" + json + "\nEOT\n))"),
        new Form("interpolated-json", "`jsonencode`", text -> around(text, "\"${", "}\"")),
        new Form("json-in-local", "`jsonencode`", TerraformTexts::local),
        new Form("json-file", "`jsonencode` of constants", TerraformTexts::file),
        new Form("json-template-file", "`jsonencode` of constants", TerraformTexts::templateFile),
        new Form(
            "policy-document-data",
            "`jsonencode` of a policy that the data source can say",
            PolicyDocumentForm::of),
        new Form(
            "policy-document-data-in-json",
            "`jsonencode` of a policy that the data source can say",
            TerraformTexts::dataInJson));
  }

  private static Map<String, String> dataInJson(String text) {
    Map<String, String> files = PolicyDocumentForm.of(text);
    return files.isEmpty() ? files : Map.of("main.tf.json", TerraformJson.of(files.get("main.tf")));
  }

  /// The outermost calls of `jsonencode` in arguments of resources.
  static List<Expression.Call> documents(Configuration configuration) {
    var found = new ArrayList<Expression.Call>();
    configuration
        .resources()
        .forEach(r -> Configuration.values(r.body()).forEach(value -> documents(value, found)));
    return found;
  }

  private static void documents(Expression of, List<Expression.Call> found) {
    if (of instanceof Expression.Call call && call.name().equals("jsonencode")) {
      found.add(call);
    } else {
      of.children().forEach(child -> documents(child, found));
    }
  }

  private static Form encoded(String name, Function<String, String> use) {
    return new Form(
        name,
        CONSTANT,
        text -> {
          var edits = new Edits(text);
          for (Expression.Call call : documents(Configuration.of(text))) {
            Printed.templateJson(call.arguments().getFirst())
                .ifPresent(json -> edits.replace(call.span(), use.apply(json)));
          }
          return edits.isEmpty() ? Map.of() : Map.of("main.tf", edits.result());
        });
  }

  private static Map<String, String> around(String text, String before, String after) {
    var edits = new Edits(text);
    for (Expression.Call call : documents(Configuration.of(text))) {
      edits.insert(call.span().start(), before);
      edits.insert(call.span().end(), after);
    }
    return edits.isEmpty() ? Map.of() : Map.of("main.tf", edits.result());
  }

  private static Map<String, String> local(String text) {
    var edits = new Edits(text);
    var declared = new StringBuilder("\n");
    int i = 0;
    for (Expression.Call call : documents(Configuration.of(text))) {
      String name = "d" + i++;
      edits.replace(call.span(), "jsonencode(local." + name + ")");
      declared.append(
          "locals {\n  %s = %s\n}\n".formatted(name, call.arguments().getFirst().span().text()));
    }
    return edits.isEmpty() ? Map.of() : Map.of("main.tf", edits.result() + declared);
  }

  private static Map<String, String> file(String text) {
    return files(text, ".json", "file(\"${path.module}/%s\")", json -> json);
  }

  private static Map<String, String> templateFile(String text) {
    return files(
        text,
        ".json.tftpl",
        "templatefile(\"${path.module}/%s\", { brace = \"{\" })",
        json -> "${brace}" + Configuration.escaped(json.substring(1)));
  }

  private static Map<String, String> files(
      String text, String ending, String use, UnaryOperator<String> content) {
    var edits = new Edits(text);
    var files = new TreeMap<String, String>();
    for (Expression.Call call : documents(Configuration.of(text))) {
      String path = "document" + files.size() + ending;
      Optional<String> json =
          Printed.plainJson(call.arguments().getFirst()).filter(j -> j.startsWith("{"));
      json.ifPresent(j -> {
        files.put(path, content.apply(j) + "\n");
        edits.replace(call.span(), use.formatted(path));
      });
    }
    if (edits.isEmpty()) {
      return Map.of();
    }
    files.put("main.tf", edits.result());
    return files;
  }
}
