package dev.postern.rules.form;

import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Body;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.hcl.Hcl;
import dev.postern.readers.hcl.HclFile;
import dev.postern.readers.hcl.Item;
import dev.postern.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One Terraform file, and the places in it that forms change.
record Configuration(String text, Body body) {

  static Configuration of(String text) {
    HclFile file = Hcl.parse(SourceFile.of("main.tf", text));
    if (!file.problems().isEmpty()) {
      throw new IllegalArgumentException(file.problems() + " in\n" + text);
    }
    return new Configuration(text, file.body());
  }

  List<Block> resources() {
    return body.blocks("resource");
  }

  /// The strings, numbers and booleans that are written in arguments of resources, also inside of
  /// lists, objects and calls.
  List<Expression> literals() {
    return literals(body);
  }

  static List<Expression> literals(Body body) {
    return body.blocks("resource").stream().flatMap(b -> literals(b).stream()).toList();
  }

  static List<Expression> literals(Block resource) {
    var found = new ArrayList<Expression>();
    values(resource.body()).forEach(value -> literals(value, found));
    return found;
  }

  private static void literals(Expression of, List<Expression> found) {
    switch (of) {
      case Expression.Template t when t.style() == Expression.Style.QUOTED -> {
        if (t.literal().isPresent()) {
          found.add(t);
        }
      }
      case Expression.Numeral _, Expression.Bool _ -> found.add(of);
      case Expression.Unary(var sign, Expression.Numeral _, _) when sign == Expression.Sign.MINUS ->
          found.add(of);
      case Expression.Tuple(var elements, _) -> elements.forEach(e -> literals(e, found));
      case Expression.ObjectOf(var entries, _) -> entries.forEach(e -> literals(e.value(), found));
      case Expression.Call call -> call.arguments().forEach(e -> literals(e, found));
      default -> {}
    }
  }

  /// The values of all arguments of a body and the blocks in it.
  static List<Expression> values(Body body) {
    var found = new ArrayList<Expression>();
    for (Item item : body.items()) {
      switch (item) {
        case Attribute attribute -> found.add(attribute.value());
        case Block block -> found.addAll(values(block.body()));
      }
    }
    return found;
  }

  /// The outermost lists that are written in arguments of resources.
  List<Expression.Tuple> lists() {
    var found = new ArrayList<Expression.Tuple>();
    resources().forEach(r -> values(r.body()).forEach(value -> lists(value, found)));
    return found;
  }

  private static void lists(Expression of, List<Expression.Tuple> found) {
    switch (of) {
      case Expression.Tuple tuple -> found.add(tuple);
      case Expression.ObjectOf(var entries, _) -> entries.forEach(e -> lists(e.value(), found));
      case Expression.Call call -> call.arguments().forEach(e -> lists(e, found));
      default -> {}
    }
  }

  /// Every `type.name` that names a resource of this file.
  List<Expression.Attr> references() {
    Set<String> names =
        resources().stream().map(Configuration::address).collect(Collectors.toSet());
    var found = new ArrayList<Expression.Attr>();
    values(body).forEach(value -> references(value, names, found));
    return found;
  }

  private static void references(Expression of, Set<String> names, List<Expression.Attr> found) {
    if (of instanceof Expression.Attr attr
        && attr.source() instanceof Expression.Variable root
        && names.contains(root.name() + "." + attr.name())) {
      found.add(attr);
    }
    of.children().forEach(child -> references(child, names, found));
  }

  static String address(Block resource) {
    return resource.labels().get(0).text() + "." + resource.labels().get(1).text();
  }

  /// `string`, `number` or `bool`.
  static String type(Expression literal) {
    return switch (literal) {
      case Expression.Template _ -> "string";
      case Expression.Bool _ -> "bool";
      default -> "number";
    };
  }

  /// A literal of the same type with another value.
  static String other(Expression literal) {
    return switch (literal) {
      case Expression.Template _ -> "\"other\"";
      case Expression.Bool(boolean value, _) -> String.valueOf(!value);
      default -> literal.span().text() + "1";
    };
  }

  /// A quoted string.
  static String quoted(String text) {
    return "\""
        + escaped(text.replace("\\", "\\\\").replace("\"", "\\\""))
            .replace("\n", "\\n")
            .replace("\t", "\\t")
            .replace("\r", "\\r")
        + "\"";
  }

  /// Text in which nothing begins a template sequence.
  static String escaped(String text) {
    return text.replace("${", "$${").replace("%{", "%%{");
  }
}
