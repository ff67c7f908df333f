package dev.postern.rules.form;

import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Body;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.hcl.Item;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Forms in which blocks are repeated, reordered, divided or overridden.
final class TerraformBlocks {
  private static final String RESOURCE = "there is a resource";

  private TerraformBlocks() {}

  static List<Form> all() {
    return List.of(
        repeated("count", "count = 1", "[0]"),
        repeated("count-of-list", "count = length([\"only\"])", "[0]"),
        repeated("for-each-set", "for_each = toset([\"only\"])", "[\"only\"]"),
        repeated("for-each-map", "for_each = { only = { a = 1 } }", "[\"only\"]"),
        new Form("each-value", "an argument of a resource holds a literal", TerraformBlocks::each),
        new Form("splat-reference", "a resource refers to another", TerraformBlocks::splat),
        new Form("not-created", RESOURCE, TerraformBlocks::notCreated),
        new Form("unused", RESOURCE, TerraformBlocks::unused),
        new Form(
            "reordered",
            RESOURCE,
            text -> Map.of("main.tf", reversed(Configuration.of(text).body(), ""))),
        new Form("several-files", RESOURCE, TerraformBlocks::files),
        new Form(
            "override-file",
            "a resource has an argument that is a literal",
            TerraformBlocks::override),
        new Form("tofu-file", RESOURCE, text -> Map.of("main.tofu", text)),
        new Form("json-syntax", RESOURCE, text -> Map.of("main.tf.json", TerraformJson.of(text))));
  }

  private static Form repeated(String name, String argument, String key) {
    return new Form(
        name,
        RESOURCE,
        text -> {
          var edits = new Edits(text);
          Configuration configuration = Configuration.of(text);
          configuration.resources().forEach(resource -> begin(edits, resource, argument));
          configuration.references().forEach(r -> edits.insert(r.span().end(), key));
          return edits.isEmpty() ? Map.of() : Map.of("main.tf", edits.result());
        });
  }

  /// Adds an argument to a block, which may be written in one line.
  private static void begin(Edits edits, Block resource, String argument) {
    edits.insert(resource.body().span().start(), "\n  " + argument + "\n");
    edits.insert(resource.body().span().end(), "\n");
  }

  private static Map<String, String> each(String text) {
    var edits = new Edits(text);
    Configuration configuration = Configuration.of(text);
    if (configuration.literals().isEmpty()) {
      return Map.of();
    }
    for (Block resource : configuration.resources()) {
      List<Expression> literals = Configuration.literals(resource);
      var members = new StringBuilder();
      for (int i = 0; i < literals.size(); i++) {
        edits.replace(literals.get(i).span(), "each.value.v" + i);
        members.append("v%d = %s, ".formatted(i, literals.get(i).span().text()));
      }
      begin(edits, resource, "for_each = { only = { " + members + "} }");
    }
    configuration.references().forEach(r -> edits.insert(r.span().end(), "[\"only\"]"));
    return Map.of("main.tf", edits.result());
  }

  private static Map<String, String> splat(String text) {
    var edits = new Edits(text);
    Configuration configuration = Configuration.of(text);
    List<Expression.Attr> references = configuration.references();
    for (Block resource : configuration.resources()) {
      begin(edits, resource, "count = 1");
    }
    for (Expression.Attr reference : references) {
      int end = reference.span().end();
      int next = end + 1;
      while (next < text.length() && Character.isJavaIdentifierPart(text.charAt(next))) {
        next++;
      }
      edits.insert(reference.span().start(), "one(");
      edits.insert(end, "[*]");
      edits.insert(next, ")");
    }
    return references.isEmpty() ? Map.of() : Map.of("main.tf", edits.result());
  }

  private static Map<String, String> notCreated(String text) {
    var copies = new StringBuilder("\n");
    for (Block resource : Configuration.of(others(text)).resources()) {
      String type = resource.labels().get(0).text();
      copies.append(
          "resource \"%s\" \"%s_off\" {\n  count = 0\n%s\n}\n"
              .formatted(type, resource.labels().get(1).text(), resource.body().span().text()));
    }
    return Map.of("main.tf", text + copies);
  }

  /// The same with other literals in the resources.
  private static String others(String text) {
    var edits = new Edits(text);
    for (Expression literal : Configuration.of(text).literals()) {
      edits.replace(literal.span(), Configuration.other(literal));
    }
    return edits.result();
  }

  private static Map<String, String> unused(String text) {
    String more =
        """

        terraform {
          required_version = ">= 1.5"
        }

        variable "unused" {
          type        = map(string)
          description = "nobody uses it"
        }

        locals {
          unused = [for k, v in var.unused : "${k}=${v}" if k != ""]
        }

        module "none" {
          source = "./none"
          count  = 0
        }

        check "nothing" {
          assert {
            condition     = length(local.unused) >= 0
            error_message = "impossible"
          }
        }
        """;
    String resources =
        Configuration.of(others(text)).resources().stream()
            .map(b -> b.span().text() + "\n")
            .collect(Collectors.joining());
    return Map.of("main.tf", text + more, "none/main.tf", resources);
  }

  private static String reversed(Body body, String indent) {
    return body.items().reversed().stream()
        .map(item -> indent + reversed(item, indent) + "\n")
        .collect(Collectors.joining());
  }

  private static String reversed(Item item, String indent) {
    return switch (item) {
      case Attribute attribute -> attribute.span().text();
      case Block block ->
          block.header().text() + " {\n" + reversed(block.body(), indent + "  ") + indent + "}";
    };
  }

  private static Map<String, String> files(String text) {
    var files = new TreeMap<String, String>();
    for (Block block : Configuration.of(text).body().blocks().reversed()) {
      files.put("part" + files.size() + ".tf", block.span().text() + "\n");
    }
    return files;
  }

  private static Map<String, String> override(String text) {
    var edits = new Edits(text);
    var overriding = new StringBuilder();
    for (Block resource : Configuration.of(text).resources()) {
      var arguments = new StringBuilder();
      for (Attribute argument : resource.body().attributes()) {
        if (argument.value().literal().isPresent() || argument.value() instanceof Expression.Bool) {
          edits.replace(argument.value().span(), Configuration.other(argument.value()));
          arguments.append("  ").append(argument.span().text()).append('\n');
        }
      }
      overriding.append("%s {\n%s}\n".formatted(resource.header().text(), arguments));
    }
    return edits.isEmpty()
        ? Map.of()
        : Map.of("main.tf", edits.result(), "main_override.tf", overriding.toString());
  }
}
