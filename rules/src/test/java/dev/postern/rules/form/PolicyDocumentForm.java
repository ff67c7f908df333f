package dev.postern.rules.form;

import dev.postern.readers.hcl.Expression;
import dev.postern.readers.hcl.Expression.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A policy as `data.aws_iam_policy_document` (the provider's page of that name): statements with
/// an effect, different ids, and lists of strings. It writes version 2012-10-17 where none is
/// given, so a document without one, which IAM reads as 2008-10-17, says so.
final class PolicyDocumentForm {
  private static final Map<String, String> LISTS =
      Map.of(
          "Action", "actions",
          "NotAction", "not_actions",
          "Resource", "resources",
          "NotResource", "not_resources");
  private static final Set<String> KINDS = Set.of("AWS", "Service", "Federated", "CanonicalUser");

  private PolicyDocumentForm() {}

  static Map<String, String> of(String text) {
    var edits = new Edits(text);
    var declared = new StringBuilder("\n");
    int i = 0;
    for (Expression.Call call : TerraformTexts.documents(Configuration.of(text))) {
      String name = "d" + i++;
      document(call.arguments().getFirst())
          .ifPresent(body -> {
            edits.replace(call.span(), "data.aws_iam_policy_document." + name + ".json");
            declared.append(
                "data \"aws_iam_policy_document\" \"%s\" {\n%s}\n".formatted(name, body));
          });
    }
    return edits.isEmpty() ? Map.of() : Map.of("main.tf", edits.result() + declared);
  }

  private static Optional<String> document(Expression of) {
    Map<String, Expression> members = members(of);
    Expression statement = members.remove("Statement");
    Expression version = members.remove("Version");
    if (statement == null || !members.isEmpty()) {
      return Optional.empty();
    }
    List<Expression> statements = items(statement);
    List<String> written = statements.stream().flatMap(s -> statement(s).stream()).toList();
    long ids = statements.stream().filter(s -> members(s).containsKey("Sid")).count();
    boolean said = written.size() == statements.size() && !written.isEmpty() && ids < 2;
    String head =
        version == null
            ? "  version = \"2008-10-17\"\n"
            : "  version = " + version.span().text() + "\n";
    return said ? Optional.of(head + String.join("", written)) : Optional.empty();
  }

  private static Optional<String> statement(Expression of) {
    var result = new StringBuilder("  statement {\n");
    Map<String, Expression> members = members(of);
    if (!members.containsKey("Effect")) {
      return Optional.empty();
    }
    for (var member : members.entrySet()) {
      Expression value = member.getValue();
      Optional<String> said =
          switch (member.getKey()) {
            case "Sid" -> value.literal().map(_ -> "sid = " + value.span().text());
            case "Effect" -> value.literal().map(_ -> "effect = " + value.span().text());
            case "Action", "NotAction", "Resource", "NotResource" ->
                list(value).map(v -> LISTS.get(member.getKey()) + " = " + v);
            case "Principal" -> principals("principals", value);
            case "NotPrincipal" -> principals("not_principals", value);
            case "Condition" -> conditions(value);
            default -> Optional.empty();
          };
      if (said.isEmpty()) {
        return Optional.empty();
      }
      result.append("    ").append(said.get()).append('\n');
    }
    return Optional.of(result.append("  }\n").toString());
  }

  private static Optional<String> principals(String block, Expression value) {
    if (value.literal().filter("*"::equals).isPresent()) {
      return Optional.of(principal(block, "*", "[\"*\"]"));
    }
    List<String> written = new ArrayList<>();
    Map<String, Expression> members = members(value);
    for (var member : members.entrySet()) {
      if (KINDS.contains(member.getKey())) {
        list(member.getValue()).ifPresent(v -> written.add(principal(block, member.getKey(), v)));
      }
    }
    return Optional.of(String.join("\n", written))
        .filter(_ -> !members.isEmpty() && written.size() == members.size());
  }

  private static String principal(String block, String kind, String identifiers) {
    return "%s {\n      type = \"%s\"\n      identifiers = %s\n    }"
        .formatted(block, kind, identifiers);
  }

  private static Optional<String> conditions(Expression value) {
    List<String> written = new ArrayList<>();
    for (var operator : members(value).entrySet()) {
      for (var key : members(operator.getValue()).entrySet()) {
        Optional<String> values = list(key.getValue());
        if (values.isEmpty()) {
          return Optional.empty();
        }
        written.add(
            "condition {\n      test = \"%s\"\n      variable = %s\n      values = %s\n    }"
                .formatted(operator.getKey(), Configuration.quoted(key.getKey()), values.get()));
      }
    }
    return Optional.of(String.join("\n    ", written)).filter(_ -> !written.isEmpty());
  }

  /// A list of strings, if all are sure to be strings.
  private static Optional<String> list(Expression value) {
    List<Expression> items = items(value);
    return items.stream().allMatch(PolicyDocumentForm::isString) && !items.isEmpty()
        ? Optional.of(
            items.stream().map(e -> e.span().text()).collect(Collectors.joining(", ", "[", "]")))
        : Optional.empty();
  }

  private static boolean isString(Expression of) {
    return (of instanceof Expression.Template t && t.wrapped().isEmpty())
        || (of instanceof Expression.Attr(Expression.Attr(var root, _, _), _, _)
            && root instanceof Expression.Variable(String name, _)
            && name.startsWith("aws_"));
  }

  private static List<Expression> items(Expression of) {
    return of instanceof Expression.Tuple(var elements, _) ? elements : List.of(of);
  }

  private static Map<String, Expression> members(Expression of) {
    var result = new TreeMap<String, Expression>();
    if (of instanceof Expression.ObjectOf(var entries, _)) {
      for (Entry entry : entries) {
        result.put(entry.key().literal().orElse("?"), entry.value());
      }
    }
    return result;
  }
}
