package dev.postern.rules.form;

import static dev.postern.rules.form.Configuration.other;
import static dev.postern.rules.form.Configuration.quoted;
import static dev.postern.rules.form.Configuration.type;

import dev.postern.readers.hcl.Expression;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Forms in which values come from elsewhere or are computed.
final class TerraformValues {
  private static final String LITERAL = "an argument of a resource holds a literal";
  private static final String TEXT = "an argument of a resource holds a string";
  private static final String LIST = "an argument of a resource holds a list";

  private TerraformValues() {}

  static List<Form> all() {
    return List.of(
        moved("variable-default", "var.%s", "variable \"%s\" {\n  default = %s\n}\n"),
        new Form("typed-variable", LITERAL, TerraformValues::typedVariable),
        new Form("optional-of-variable", LITERAL, TerraformValues::optional),
        new Form("tfvars", LITERAL, TerraformValues::variableFile),
        new Form("tfvars-json", LITERAL, TerraformValues::variableJson),
        moved("local", "local.%s", "locals {\n  %s = %s\n}\n"),
        moved(
            "chain-of-locals",
            "local.%s",
            "locals {\n  %1$s = local.%1$s_a\n  %1$s_a = local.%1$s_b\n  %1$s_b = %2$s\n}\n"),
        new Form("object-in-local", LITERAL, TerraformValues::object),
        new Form("output-of-module", LITERAL, TerraformValues::outputs),
        new Form("argument-of-module", LITERAL, TerraformValues::arguments),
        inPlace("conditional", "(local.on ? %s : %s)", "locals {\n  on = true\n}\n"),
        inPlace(
            "negated-conditional",
            "(!var.on ? %2$s : %1$s)",
            "variable \"on\" {\n  default = true\n}\n"),
        inPlace("try", "try(local.none.at.all, %s)", "locals {\n  none = {}\n}\n"),
        inPlace("lookup", "lookup({ a = %s }, \"a\", %s)", ""),
        inPlace("default-of-lookup", "lookup({ b = %2$s }, \"a\", %1$s)", ""),
        inPlace("coalesce", "coalesce(null, %s)", ""),
        inPlace("one", "one([%s])", ""),
        inPlace("index", "[%s, %s][0]", ""),
        inPlace("element", "element([%2$s, %1$s], 1)", ""),
        inPlace("merge", "merge({ a = %2$s }, { a = %1$s }).a", ""),
        inPlace("decoded", "jsondecode(jsonencode(%s))", ""),
        texts("format", halves -> "format(\"%s%s\", " + halves + ")"),
        texts("join", halves -> "join(\"\", [" + halves + "])"),
        texts("directive", TerraformValues::directive),
        new Form("interpolation", TEXT, TerraformValues::interpolation),
        lists("concat", _ -> true, t -> "concat([%s], [%s])".formatted(first(t), rest(t))),
        lists("for", _ -> true, t -> "[for each_one in " + t.span().text() + " : each_one]"),
        lists("splat", _ -> true, t -> t.span().text() + "[*]"),
        lists(
            "flatten",
            TerraformValues::isFlat,
            t -> "flatten([[%s], [%s]])".formatted(first(t), rest(t))),
        lists("toset", TerraformValues::isSet, t -> "toset(" + t.span().text() + ")"),
        lists("split", TerraformValues::isSplittable, TerraformValues::split));
  }

  private static String name(int i) {
    return "v" + i;
  }

  /// Every literal replaced by what `use` makes of its name and text, with what `declare` makes of
  /// them at the end; nothing where there is no literal.
  private static String moved(String text, Use use, Use declare) {
    var edits = new Edits(text);
    var declared = new StringBuilder("\n");
    List<Expression> literals = Configuration.of(text).literals();
    for (int i = 0; i < literals.size(); i++) {
      edits.replace(literals.get(i).span(), use.of(name(i), literals.get(i)));
      declared.append(declare.of(name(i), literals.get(i)));
    }
    return literals.isEmpty() ? "" : edits.result() + declared;
  }

  @FunctionalInterface
  private interface Use {
    String of(String name, Expression literal);
  }

  private static Map<String, String> main(String text) {
    return text.isEmpty() ? Map.of() : Map.of("main.tf", text);
  }

  private static Form moved(String name, String use, String declaration) {
    return new Form(
        name,
        LITERAL,
        text ->
            main(
                moved(
                    text,
                    (key, _) -> use.formatted(key),
                    (key, literal) -> declaration.formatted(key, literal.span().text()))));
  }

  /// @param use of the literal and another of its type
  private static Form inPlace(String name, String use, String declaration) {
    return new Form(
        name,
        LITERAL,
        text -> {
          String result =
              moved(
                  text,
                  (_, e) -> isEmpty(e) ? e.span().text() : use.formatted(e.span().text(), other(e)),
                  (_, _) -> "");
          return main(result.isEmpty() ? "" : result + declaration);
        });
  }

  /// The empty string is the same as nothing to some functions.
  private static boolean isEmpty(Expression literal) {
    return literal.literal().filter(String::isEmpty).isPresent();
  }

  private static Map<String, String> typedVariable(String text) {
    return main(
        moved(
            text,
            (key, _) -> "var." + key,
            (key, e) ->
                "variable \"%s\" {\n  type    = %s\n  default = %s\n}\n"
                    .formatted(key, type(e), e.span().text())));
  }

  private static Map<String, String> optional(String text) {
    String use = moved(text, (key, _) -> "var.given_values." + key, (_, _) -> "");
    String members =
        listed(text, (key, e) -> "%s = optional(%s, %s)".formatted(key, type(e), e.span().text()));
    return main(
        use.isEmpty()
            ? ""
            : use
                + "variable \"given_values\" {\n  type = object({\n"
                + members
                + "  })\n  default = {}\n}\n");
  }

  private static Map<String, String> object(String text) {
    String use = moved(text, (key, _) -> "local.given[\"" + key + "\"]", (_, _) -> "");
    String members = listed(text, (key, e) -> key + " = " + e.span().text());
    return main(use.isEmpty() ? "" : use + "locals {\n  given = {\n" + members + "  }\n}\n");
  }

  private static Map<String, String> variableFile(String text) {
    return withVariables(
        text, "terraform.tfvars", listed(text, (key, e) -> key + " = " + e.span().text()));
  }

  private static Map<String, String> variableJson(String text) {
    List<Expression> literals = Configuration.of(text).literals();
    String members =
        IntStream.range(0, literals.size())
            .mapToObj(
                i -> "\"" + name(i) + "\": " + Printed.plainJson(literals.get(i)).orElseThrow())
            .collect(Collectors.joining(",\n"));
    return withVariables(text, "more.auto.tfvars.json", "{" + members + "}\n");
  }

  private static Map<String, String> withVariables(String text, String path, String values) {
    String use =
        moved(
            text,
            (key, _) -> "var." + key,
            (key, e) -> "variable \"%s\" {\n  type = %s\n}\n".formatted(key, type(e)));
    return use.isEmpty() ? Map.of() : Map.of("main.tf", use, path, values);
  }

  private static Map<String, String> outputs(String text) {
    String use = moved(text, (key, _) -> "module.values." + key, (_, _) -> "");
    String module =
        listed(text, (key, e) -> "output \"" + key + "\" {\n  value = " + e.span().text() + "\n}");
    return use.isEmpty()
        ? Map.of()
        : Map.of(
            "main.tf",
            use + "module \"values\" {\n  source = \"./values\"\n}\n",
            "values/main.tf",
            module);
  }

  private static Map<String, String> arguments(String text) {
    Configuration configuration = Configuration.of(text);
    String use =
        moved(
            text,
            (key, _) -> "var." + key,
            (key, e) -> "variable \"%s\" {\n  type = %s\n}\n".formatted(key, type(e)));
    String given = listed(text, (key, e) -> key + " = " + e.span().text());
    return use.isEmpty() ? Map.of() : TerraformModules.called(configuration, use, given);
  }

  private static String listed(String text, Use line) {
    List<Expression> literals = Configuration.of(text).literals();
    return IntStream.range(0, literals.size())
        .mapToObj(i -> "    " + line.of(name(i), literals.get(i)) + "\n")
        .collect(Collectors.joining());
  }

  private static Form texts(String name, Function<String, String> use) {
    return new Form(
        name,
        TEXT,
        text -> {
          var edits = new Edits(text);
          for (Expression literal : Configuration.of(text).literals()) {
            literal
                .literal()
                .ifPresent(content -> edits.replace(literal.span(), use.apply(halves(content))));
          }
          return edits.isEmpty() ? Map.of() : Map.of("main.tf", edits.result());
        });
  }

  private static String halves(String content) {
    int middle = content.length() / 2;
    return quoted(content.substring(0, middle)) + ", " + quoted(content.substring(middle));
  }

  /// Chooses between the halves in one string, the second time the other way round.
  private static String directive(String halves) {
    return "\"%%{if true}${[%1$s][0]}%%{else}other%%{endif}%%{for k, v in [%1$s]}%%{if k == 1}${v}%%{endif}%%{endfor}\""
        .formatted(halves);
  }

  private static Map<String, String> interpolation(String text) {
    var edits = new Edits(text);
    var declared = new StringBuilder("\n");
    List<Expression> literals = Configuration.of(text).literals();
    for (int i = 0; i < literals.size(); i++) {
      String content = literals.get(i).literal().orElse("");
      if (!content.isEmpty()) {
        int middle = content.length() / 2;
        edits.replace(
            literals.get(i).span(),
            "\"${local.%s}%s".formatted(name(i), quoted(content.substring(middle)).substring(1)));
        declared.append(
            "locals {\n  %s = %s\n}\n".formatted(name(i), quoted(content.substring(0, middle))));
      }
    }
    return edits.isEmpty() ? Map.of() : Map.of("main.tf", edits.result() + declared);
  }

  private static Form lists(
      String name, Predicate<Expression.Tuple> applies, Function<Expression.Tuple, String> use) {
    return new Form(
        name,
        LIST,
        text -> {
          var edits = new Edits(text);
          for (Expression.Tuple list : Configuration.of(text).lists()) {
            if (applies.test(list)) {
              edits.replace(list.span(), use.apply(list));
            }
          }
          return edits.isEmpty() ? Map.of() : Map.of("main.tf", edits.result());
        });
  }

  private static String first(Expression.Tuple list) {
    return list.elements().isEmpty() ? "" : list.elements().getFirst().span().text();
  }

  private static String rest(Expression.Tuple list) {
    return list.elements().stream()
        .skip(1)
        .map(e -> e.span().text())
        .collect(Collectors.joining(", "));
  }

  private static boolean isFlat(Expression.Tuple list) {
    return list.elements().stream()
        .allMatch(e -> e instanceof Expression.Template || e instanceof Expression.ObjectOf);
  }

  /// Strings in the order that a set has.
  private static boolean isSet(Expression.Tuple list) {
    List<String> texts = texts(list);
    return !texts.isEmpty()
        && texts.size() == list.elements().size()
        && texts.stream().sorted().distinct().toList().equals(texts);
  }

  private static boolean isSplittable(Expression.Tuple list) {
    List<String> texts = texts(list);
    return !texts.isEmpty()
        && texts.size() == list.elements().size()
        && texts.stream().noneMatch(t -> t.contains(";"));
  }

  private static String split(Expression.Tuple list) {
    return "split(\";\", " + quoted(String.join(";", texts(list))) + ")";
  }

  private static List<String> texts(Expression.Tuple list) {
    return list.elements().stream().flatMap(e -> e.literal().stream()).toList();
  }
}
