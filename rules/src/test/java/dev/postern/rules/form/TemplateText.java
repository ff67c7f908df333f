package dev.postern.rules.form;

import dev.postern.rules.form.TemplateNode.Fields;
import dev.postern.rules.form.TemplateNode.Items;
import dev.postern.rules.form.TemplateNode.Word;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Templates as text.
final class TemplateText {
  private static final Set<String> SHORT =
      Set.of(
          "Ref",
          "Fn::GetAtt",
          "Fn::Sub",
          "Fn::Join",
          "Fn::Select",
          "Fn::Split",
          "Fn::If",
          "Fn::FindInMap",
          "Fn::Base64",
          "Fn::Equals",
          "Fn::And",
          "Fn::Or",
          "Fn::Not",
          "Fn::ImportValue",
          "Fn::GetAZs",
          "Fn::Cidr");

  private TemplateText() {}

  static String json(TemplateNode node) {
    return switch (node) {
      case Word(String text, boolean bare) -> bare ? bareJson(text) : Printed.string(text);
      case Items(var all) ->
          all.stream().map(TemplateText::json).collect(Collectors.joining(", ", "[", "]"));
      case Fields(var all) ->
          all.entrySet().stream()
              .map(e -> Printed.string(e.getKey()) + ": " + json(e.getValue()))
              .collect(Collectors.joining(",\n", "{", "}"));
    };
  }

  private static String bareJson(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "~", "null" -> "null";
      case "yes", "on", "true", "y" -> "true";
      case "no", "off", "false", "n" -> "false";
      default -> text;
    };
  }

  /// Blocks with functions in their long form.
  static String block(TemplateNode node) {
    return block(node, "", word -> Optional.of(word(word))).strip() + "\n";
  }

  /// Blocks in which every string is a literal block of its own lines.
  static String literalBlock(TemplateNode node) {
    return block(node, "", _ -> Optional.empty()).strip() + "\n";
  }

  @FunctionalInterface
  private interface Inline {
    /// Nothing where the string is written as a block.
    Optional<String> of(Word word);
  }

  private static String block(TemplateNode node, String indent, Inline inline) {
    return switch (node) {
      case Word word -> {
        Optional<String> written =
            word.bare() || word.text().isBlank() ? Optional.of(word(word)) : inline.of(word);
        yield " " + written.orElseGet(() -> literal(word.text(), indent)) + "\n";
      }
      case Items(var all) when all.isEmpty() -> " []\n";
      case Fields(var all) when all.isEmpty() -> " {}\n";
      case Items(var all) ->
          "\n"
              + all.stream()
                  .map(n -> indent + "-" + block(n, indent + "  ", inline))
                  .collect(Collectors.joining());
      case Fields(var all) ->
          "\n"
              + all.entrySet().stream()
                  .map(e ->
                      indent + key(e.getKey()) + ":" + block(e.getValue(), indent + "  ", inline))
                  .collect(Collectors.joining());
    };
  }

  private static String literal(String text, String indent) {
    String head = text.endsWith("\n") ? "|2" : "|2-";
    return head
        + "\n"
        + text.strip().lines().map(line -> indent + line).collect(Collectors.joining("\n"));
  }

  /// One flow collection with functions in their short form.
  static String flow(TemplateNode node) {
    return flow(node, true) + "\n";
  }

  private static String flow(TemplateNode node, boolean mayTag) {
    return switch (node) {
      case Word word -> word(word);
      case Items(var all) ->
          all.stream().map(n -> flow(n, true)).collect(Collectors.joining(", ", "[", "]"));
      case Fields fields when mayTag && fields.function().filter(SHORT::contains).isPresent() ->
          shortCall(fields.function().get(), fields.all().values().iterator().next());
      case Fields(Map<String, TemplateNode> all) ->
          all.entrySet().stream()
              .map(e -> key(e.getKey()) + ": " + flow(e.getValue(), true))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /// A tag takes no other tag for its node (CloudFormation, "Fn::Base64": the short form cannot be
  /// nested).
  private static String shortCall(String function, TemplateNode argument) {
    String tag = "!" + function.replace("Fn::", "");
    boolean dotted =
        function.equals("Fn::GetAtt")
            && argument instanceof Items(var all)
            && all.stream().allMatch(Word.class::isInstance);
    return dotted
        ? tag
            + " "
            + ((Items) argument)
                .all().stream().map(n -> ((Word) n).text()).collect(Collectors.joining("."))
        : tag + " " + flow(argument, false);
  }

  private static String key(String key) {
    return key.matches("[A-Za-z][A-Za-z0-9]*") && !isTyped(key) ? key : Printed.string(key);
  }

  /// Words that YAML 1.1 takes for booleans and null.
  private static boolean isTyped(String text) {
    return Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null")
        .contains(text.toLowerCase(Locale.ROOT));
  }

  private static String word(Word word) {
    return word.bare() ? word.text().isEmpty() ? "null" : word.text() : Printed.string(word.text());
  }
}
