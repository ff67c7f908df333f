package dev.postern.policy.document;

import dev.postern.model.Form;
import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.policy.Globs;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.policy.document.Principals.Named;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `Principal` and `NotPrincipal`.
final class PrincipalReader {
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern UNIQUE_ID = Pattern.compile("A[A-Z]{3}[A-Z0-9]{12,}");

  private final List<Named> found = new ArrayList<>();
  private final Reading reading;

  private PrincipalReader(Reading reading) {
    this.reading = reading;
  }

  static Principals read(Node.Fields fields, Origin holder, World when, Reading reading) {
    Value<Node> these = Reading.field(fields, "Principal", holder);
    Value<Node> others = Reading.field(fields, "NotPrincipal", holder);
    boolean negated = !Reading.isWritten(these) && Reading.isWritten(others);
    Value<Node> value = negated ? others : these;
    if (!Reading.isWritten(value)) {
      return new Principals(Sense.NOT_WRITTEN, List.of(), holder);
    }
    var reader = new PrincipalReader(reading);
    reader.element(value, when);
    return new Principals(
        negated ? Sense.ALL_BUT_THESE : Sense.THESE, reader.found, value.origin());
  }

  private void element(Value<Node> value, World when) {
    reading.each(
        value,
        when,
        (node, origin, world) -> {
          if (node instanceof Node.Fields fields) {
            fields.rest().ifPresent(reason -> unknown(reason, origin, world));
            for (Map.Entry<String, Value<Node>> entry : fields.entries().entrySet()) {
              named(entry.getKey(), entry.getValue(), world);
            }
          } else {
            reading.patterns(Value.known(node, origin), world).forEach(this::bare);
          }
        },
        this::unknown);
  }

  private void unknown(Reason reason, Origin origin, World when) {
    found.add(new Named(new Principal.Unknown(reason), origin, when));
  }

  private void bare(dev.postern.policy.document.Pattern pattern) {
    Optional<String> literal = pattern.text().literal();
    if (literal.isPresent() && !literal.get().equals("*")) {
      reading.malformed("a principal is `*` or an object", pattern.origin());
    }
    found.add(new Named(aws(pattern.text(), pattern.origin()), pattern.origin(), pattern.when()));
  }

  private void named(String kind, Value<Node> value, World when) {
    for (dev.postern.policy.document.Pattern each : reading.patterns(value, when)) {
      Text text = each.text();
      Principal principal =
          switch (kind) {
            case "AWS" -> aws(text, each.origin());
            case "Service" -> everyoneOr(text, new Principal.Service(text));
            case "Federated" -> everyoneOr(text, new Principal.Federated(text));
            case "CanonicalUser" -> new Principal.CanonicalUser(text);
            default -> {
              reading.malformed("there are no `" + kind + "` principals", each.origin());
              yield new Principal.Unknown(new Reason(Reason.Kind.INVALID, kind));
            }
          };
      found.add(new Named(principal, each.origin(), each.when()));
    }
  }

  private static Principal everyoneOr(Text text, Principal other) {
    return text.literal().filter("*"::equals).isPresent() ? new Principal.Everyone() : other;
  }

  private Principal aws(Text text, Origin origin) {
    Optional<String> literal = text.literal();
    if (literal.isPresent()) {
      return aws(literal.get(), text, origin);
    }
    String[] segments = new Encoded().of(text).split(":", 6);
    if (segments.length == 6 && segments[0].equals("arn") && !Encoded.hasHole(segments[2])) {
      return segments[5].equals("root")
          ? new Principal.Account(Arns.segment(text, 4).orElse(text))
          : new Principal.Arn(text);
    }
    boolean isEveryone = text.soleReference().isEmpty() && text.isString("*") != Truth.FALSE;
    return isEveryone
        ? new Principal.Unknown(reading.unread(text, "Principal"))
        : isAccount(text) ? new Principal.Account(text) : new Principal.Arn(text);
  }

  /// Whether an unknown principal is sooner an account's id than an ARN.
  private static boolean isAccount(Text text) {
    Form form = text.form();
    return form.canEnd("0123456789", "") && !form.canBe("arn:aws:iam::123456789012:root");
  }

  private Principal aws(String known, Text text, Origin origin) {
    if (known.equals("*")) {
      return new Principal.Everyone();
    }
    if (ACCOUNT.matcher(known).matches()) {
      return new Principal.Account(text);
    }
    if (UNIQUE_ID.matcher(known).matches()) {
      return new Principal.Deleted(known);
    }
    if (!Globs.isLiteral(known)) {
      reading.malformed("a principal takes no wildcards but `*` alone", origin);
      return new Principal.Unknown(new Reason(Reason.Kind.INVALID, "Principal"));
    }
    String[] segments = known.split(":", 6);
    if (segments.length == 6 && segments[0].equals("arn")) {
      return segments[5].equals("root")
          ? new Principal.Account(Text.of(segments[4], origin))
          : new Principal.Arn(text);
    }
    reading.malformed("an AWS principal is `*`, an account id or an ARN", origin);
    return new Principal.Unknown(new Reason(Reason.Kind.INVALID, "Principal"));
  }
}
