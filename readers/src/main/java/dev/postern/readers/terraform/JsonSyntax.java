package dev.postern.readers.terraform;

import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Body;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.hcl.Hcl;
import dev.postern.readers.hcl.HclExpression;
import dev.postern.readers.hcl.HclFile;
import dev.postern.readers.hcl.Item;
import dev.postern.readers.hcl.Part;
import dev.postern.readers.json.Json;
import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads `*.tf.json` as the blocks that the native syntax would be (Terraform language, "JSON
/// Configuration Syntax"). Inside a resource, what is not known to be a block is an argument: a
/// list of objects is what blocks of that name evaluate to.
final class JsonSyntax {
  /// How many labels the blocks of the language have.
  private static final Map<String, Integer> LABELS =
      Map.ofEntries(
          Map.entry("resource", 2),
          Map.entry("data", 2),
          Map.entry("ephemeral", 2),
          Map.entry("variable", 1),
          Map.entry("output", 1),
          Map.entry("module", 1),
          Map.entry("provider", 1),
          Map.entry("check", 1),
          Map.entry("locals", 0),
          Map.entry("terraform", 0),
          Map.entry("moved", 0),
          Map.entry("import", 0),
          Map.entry("removed", 0));

  private static final Set<String> RESOURCES = Set.of("resource", "data", "ephemeral");

  private final List<Problem> problems = new ArrayList<>();

  private JsonSyntax() {}

  static HclFile parse(SourceFile file) {
    Document document = Json.parse(file);
    var syntax = new JsonSyntax();
    syntax.problems.addAll(document.problems());
    var items = new ArrayList<Item>();
    for (Tree root : document.roots()) {
      each(root).forEach(mapping -> syntax.top(mapping, items));
    }
    return new HclFile(new Body(items, file.all()), List.of(), syntax.problems);
  }

  /// The blocks of type `variable` that an object says, by name.
  static List<Block> variables(Tree.Entry all) {
    var items = new ArrayList<Item>();
    var entry = new Tree.Entry("variable", all.keySpan(), all.value());
    new JsonSyntax().blocks(entry, all.value(), 1, List.of(), items);
    return items.stream().map(Block.class::cast).toList();
  }

  /// The objects of a list, or the one that stands there without a list.
  private static List<Tree.Mapping> each(Tree tree) {
    return switch (tree) {
      case Tree.Mapping mapping -> List.of(mapping);
      case Tree.Sequence(var items, _, _) ->
          items.stream().flatMap(item -> each(item).stream()).toList();
      case Tree.Scalar _, Tree.Unreadable _ -> List.of();
    };
  }

  private void top(Tree.Mapping mapping, List<Item> items) {
    for (Tree.Entry entry : mapping.entries()) {
      Integer labels = LABELS.get(entry.key());
      if (labels != null) {
        blocks(entry, entry.value(), labels, List.of(), items);
      } else if (!entry.key().equals("//")) {
        problems.add(
            Problem.warning(
                "`%s` is no block of Terraform's".formatted(entry.key()), entry.keySpan()));
      }
    }
  }

  private void blocks(
      Tree.Entry type, Tree value, int labels, List<Block.Label> before, List<Item> items) {
    for (Tree.Mapping mapping : each(value)) {
      if (labels == 0) {
        Span header = before.isEmpty() ? type.keySpan() : before.getLast().span();
        Body body = body(mapping, type.key());
        items.add(new Block(type.key(), type.keySpan(), before, body, header, mapping.span()));
        continue;
      }
      for (Tree.Entry entry : mapping.entries()) {
        if (!entry.key().equals("//")) {
          var more = new ArrayList<>(before);
          more.add(new Block.Label(entry.key(), entry.keySpan()));
          blocks(type, entry.value(), labels - 1, more, items);
        }
      }
    }
  }

  private Body body(Tree.Mapping mapping, String type) {
    var items = new ArrayList<Item>();
    for (Tree.Entry entry : mapping.entries()) {
      if (isBlock(entry.key(), type)) {
        blocks(entry, entry.value(), entry.key().equals("dynamic") ? 1 : 0, List.of(), items);
      } else if (!entry.key().equals("//")) {
        items.add(attribute(entry, type));
      }
    }
    return new Body(items, mapping.span());
  }

  /// Whether the language makes it a block in a block of this type. Elsewhere an argument or a
  /// local value may have the name.
  private static boolean isBlock(String name, String type) {
    return switch (name) {
      case "dynamic" -> RESOURCES.contains(type) || type.equals("content");
      case "content" -> type.equals("dynamic");
      case "lifecycle" -> RESOURCES.contains(type) || type.equals("removed");
      case "provisioner", "connection" -> RESOURCES.contains(type);
      default -> false;
    };
  }

  private Attribute attribute(Tree.Entry entry, String block) {
    Expression value =
        (block.equals("variable") && !entry.key().equals("sensitive"))
                || (block.equals("module") && entry.key().equals("source"))
            ? literal(entry, block)
            : expression(entry.value());
    return new Attribute(
        entry.key(), entry.keySpan(), value, entry.keySpan().to(entry.value().span()));
  }

  /// Where the language takes no templates: a type is an expression, a default a constant.
  private Expression literal(Tree.Entry entry, String block) {
    if (block.equals("variable")
        && entry.key().equals("type")
        && entry.value() instanceof Tree.Scalar scalar) {
      return Hcl.expression(padded(scalar.text(), scalar.span(), 1)).expression();
    }
    return constant(entry.value());
  }

  private static Expression constant(Tree tree) {
    return switch (tree) {
      case Tree.Mapping mapping ->
          new Expression.ObjectOf(
              mapping.entries().stream()
                  .map(e ->
                      new Expression.Entry(
                          text(e.key(), e.keySpan()),
                          constant(e.value()),
                          e.keySpan().to(e.value().span())))
                  .toList(),
              mapping.span());
      case Tree.Sequence(var items, _, var span) ->
          new Expression.Tuple(items.stream().map(JsonSyntax::constant).toList(), span);
      case Tree.Scalar scalar -> scalar(scalar);
      case Tree.Unreadable(var span) -> new Expression.Invalid(span);
    };
  }

  private static Expression scalar(Tree.Scalar scalar) {
    Span span = scalar.span();
    if (scalar.isNull()) {
      return new Expression.Null(span);
    }
    return scalar
        .asBoolean()
        .<Expression>map(b -> new Expression.Bool(b, span))
        .or(() -> scalar.asNumber().map(n -> new Expression.Numeral(n, span)))
        .orElseGet(() -> text(scalar.text(), span));
  }

  private static Expression text(String text, Span span) {
    return new Expression.Template(
        List.of(new Part.Literal(text, span)), Expression.Style.QUOTED, span);
  }

  private Expression expression(Tree tree) {
    return switch (tree) {
      case Tree.Mapping mapping ->
          new Expression.ObjectOf(
              mapping.entries().stream()
                  .filter(e -> !e.key().equals("//"))
                  .map(e ->
                      new Expression.Entry(
                          template(e.key(), e.keySpan()),
                          expression(e.value()),
                          e.keySpan().to(e.value().span())))
                  .toList(),
              mapping.span());
      case Tree.Sequence(var items, _, var span) ->
          new Expression.Tuple(items.stream().map(this::expression).toList(), span);
      case Tree.Scalar scalar ->
          scalar.style() == Tree.Scalar.Style.JSON_STRING
              ? template(scalar.text(), scalar.span())
              : scalar(scalar);
      case Tree.Unreadable(var span) -> new Expression.Invalid(span);
    };
  }

  /// A string as a template. Its expressions stand in a text of their own whose lines and columns
  /// are those of the file.
  private Expression template(String text, Span span) {
    if (!text.contains("${") && !text.contains("%{")) {
      return text(text, span);
    }
    SourceFile own = padded(text, span, 1);
    HclExpression parsed = Hcl.template(own);
    problems.addAll(parsed.problems());
    return parsed.expression() instanceof Expression.Template(var parts, var style, _)
        ? new Expression.Template(
            withoutPadding(parts, own.text().length() - text.length()), style, span)
        : parsed.expression();
  }

  /// @param quotes how many characters of the span stand before the text
  private static SourceFile padded(String text, Span span, int quotes) {
    String before = "\n".repeat(span.line() - 1) + " ".repeat(span.column() - 1 + quotes);
    return SourceFile.of(span.file().path(), before + text);
  }

  private static List<Part> withoutPadding(List<Part> parts, int padding) {
    var kept = new ArrayList<Part>();
    int left = padding;
    for (Part part : parts) {
      if (left > 0 && part instanceof Part.Literal(var text, var span)) {
        int cut = Math.min(left, text.length());
        left -= cut;
        if (cut < text.length()) {
          Span rest = span.file().span(span.start() + cut, span.end());
          kept.add(new Part.Literal(text.substring(cut), rest));
        }
      } else {
        kept.add(part);
      }
    }
    return kept;
  }
}
