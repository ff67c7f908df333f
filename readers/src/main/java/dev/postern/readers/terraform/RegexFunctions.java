package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.STRING;
import static dev.postern.readers.terraform.Parameter.TEXT;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `regex`, `regexall` and `replace` (Terraform language, "regex", "replace").
final class RegexFunctions {
  private RegexFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("regex", Function.of(a -> matched(a, false), STRING, STRING));
    to.put("regexall", Function.of(a -> matched(a, true), STRING, STRING));
    to.put("replace", Function.of(RegexFunctions::replaced, TEXT, STRING, TEXT));
  }

  private static Value<Node> matched(Arguments a, boolean all) {
    return switch (Regex.of(a.string(0))) {
      case Regex.Compiled.Wrong() -> a.invalid();
      case Regex.Compiled.Right(var regex) -> {
        Optional<List<Regex.Match>> found = regex.find(a.string(1), all);
        if (found.isEmpty()) {
          yield a.tooLarge();
        }
        if (all) {
          yield a.list(
              regex.type(), found.get().stream().map(m -> match(a, m)).toList(), Optional.empty());
        }
        yield found.get().isEmpty() ? a.invalid() : match(a, found.get().getFirst());
      }
    };
  }

  /// The whole match, or the groups as a list or, when they have names, as an object.
  private static Value<Node> match(Arguments a, Regex.Match match) {
    if (match.groups().isEmpty()) {
      return a.string(match.whole());
    }
    if (match.names().isEmpty()) {
      return a.tuple(match.groups().stream().map(g -> group(a, g)).toList());
    }
    var fields = new LinkedHashMap<String, Value<Node>>();
    match.names().forEach((name, i) -> fields.put(name, group(a, match.groups().get(i - 1))));
    return a.known(Node.Fields.of(fields));
  }

  private static Value<Node> group(Arguments a, Optional<String> group) {
    return group
        .map(a::string)
        .orElseGet(() -> a.typing().as(Type.Simple.STRING, Value.absent(a.here())));
  }

  private static Value<Node> replaced(Arguments a) {
    String search = a.string(1);
    Text text = PartialText.printed(a.text(0));
    Text by = a.text(2);
    if (search.length() > 1 && search.startsWith("/") && search.endsWith("/")) {
      Optional<Reason> open = text.unknown().or(PartialText.printed(by)::unknown);
      return open.isPresent()
          ? a.hole(open.get())
          : byPattern(a, search.substring(1, search.length() - 1), text.literal().orElseThrow());
    }
    if (search.isEmpty()) {
      return text.unknown().map(a::hole).orElseGet(() -> between(a, text, by));
    }
    long most = PartialText.length(text) / search.length() + 1;
    if (most * PartialText.length(by) > Bounds.TEXT) {
      return a.tooLarge();
    }
    return Replacing.in(a.text(0), search, by)
        .map(a::known)
        .orElseGet(() -> a.hole(text.unknown().orElseThrow()));
  }

  /// The empty string stands before, between and behind all characters.
  private static Value<Node> between(Arguments a, Text text, Text by) {
    var spread = new ArrayList<Part>(by.parts());
    if ((PartialText.length(text) + 1) * PartialText.length(by) > Bounds.TEXT) {
      return a.tooLarge();
    }
    text.literal()
        .orElseThrow()
        .codePoints()
        .forEach(c -> {
          spread.add(new Part.Literal(Character.toString(c), a.here()));
          spread.addAll(by.parts());
        });
    return a.known(Text.of(spread));
  }

  private static Value<Node> byPattern(Arguments a, String pattern, String text) {
    return switch (Regex.of(pattern)) {
      case Regex.Compiled.Wrong() -> a.invalid();
      case Regex.Compiled.Right(var regex) ->
          regex
              .replace(text, PartialText.printed(a.text(2)).literal().orElseThrow())
              .map(a::string)
              .orElseGet(a::tooLarge);
    };
  }
}
