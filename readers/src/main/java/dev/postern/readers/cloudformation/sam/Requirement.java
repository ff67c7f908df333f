package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.text.Span;
import dev.postern.text.Spelling;
import dev.postern.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// One thing that SAM asks of a property: a line of `requirements.tsv`. What is not known is taken
/// to be right.
///
/// @param path the names that lead to the property, `*` for every entry
/// @param words what is asked is about
/// @param isGrave whether the answer could matter to a review
record Requirement(List<String> path, Ask ask, List<String> words, boolean isGrave) {

  /// What is asked.
  enum Ask {
    THERE,
    ABSENT,
    MAP,
    LIST,
    TEXT,
    /// A text, or a list of texts that refer to nothing.
    TEXTS,
    NUMBER,
    TRUTH,
    /// One of the words.
    ONE_OF,
    /// The regular expression that is the only word.
    MATCHES,
    /// The properties that are named are beside it.
    WITH,
    /// The properties that are named are not beside it.
    WITHOUT,
    /// One of the entries that are named is inside.
    WITH_ONE_OF,
    /// No other entries than those that are named are inside.
    ONLY,
    /// Exactly one element; one whose property, the first word, is one of the other words.
    SINGLE,
    AT_MOST_ONE
  }

  /// @param cells path, ask, words and mark of a line
  static Requirement of(List<String> cells) {
    String path = cells.getFirst();
    return new Requirement(
        path.equals(".") ? List.of() : List.of(path.split("[.]", -1)),
        Ask.valueOf(cells.get(1).toUpperCase(Locale.ROOT).replace('-', '_')),
        cells.size() < 3 || cells.get(2).isEmpty()
            ? List.of()
            : List.of(cells.get(2).split(" ", -1)),
        cells.size() > 3);
  }

  /// Judges the property that the path leads to.
  ///
  /// @param beside the map that it is in
  /// @param shown its name with the names that lead to it
  /// @param told is given what is wrong, to stand after the name of what it belongs to, and where
  void judge(
      Props beside, Optional<Value<Node>> property, String shown, BiConsumer<String, Span> told) {
    if (property.isEmpty()) {
      if (ask == Ask.THERE) {
        told.accept("lacks `" + shown + "`, which SAM requires", beside.origin().place());
      }
      return;
    }
    Value<Node> value = property.get();
    Span at = value.origin().place();
    switch (ask) {
      case THERE -> {}
      case ABSENT -> told.accept("takes no `" + shown + "` here", at);
      case MAP, LIST, TEXT, TEXTS, NUMBER, TRUTH -> {
        if (value instanceof Value.Known && !isOfKind(value)) {
          told.accept("takes %s for `%s`".formatted(kind(), shown), at);
        }
      }
      case ONE_OF -> {
        if (Props.word(value).filter(word -> !words.contains(word)).isPresent()) {
          told.accept("takes %s for `%s`".formatted(either(words), shown), at);
        }
      }
      case MATCHES -> {
        if (Props.scalar(value).filter(word -> !word.matches(words.getFirst())).isPresent()) {
          told.accept("takes no `" + shown + "` of this form", at);
        }
      }
      case WITH -> beside(beside, false, shown, "only with", at, told);
      case WITHOUT -> beside(beside, true, shown, "only without", at, told);
      case WITH_ONE_OF, ONLY -> {
        if (value instanceof Value.Known<Node>(Node.Fields fields, _, _)) {
          inside(fields, shown, at, told);
        }
      }
      case SINGLE, AT_MOST_ONE -> count(value, shown, at, told);
    }
  }

  private void beside(
      Props beside,
      boolean isThere,
      String shown,
      String how,
      Span at,
      BiConsumer<String, Span> told) {
    words.stream()
        .filter(word -> beside.has(word) == isThere)
        .forEach(word -> told.accept("takes `%s` %s `%s`".formatted(shown, how, word), at));
  }

  private void inside(Node.Fields fields, String shown, Span at, BiConsumer<String, Span> told) {
    if (ask == Ask.WITH_ONE_OF) {
      boolean isThere = fields.rest().isPresent();
      for (String word : words) {
        isThere |= fields.entries().containsKey(word);
      }
      if (!isThere) {
        List<String> names = words.stream().map(word -> inside(shown, word)).toList();
        told.accept("requires " + either(names), at);
      }
      return;
    }
    fields
        .entries()
        .forEach((key, value) -> {
          if (!words.contains(key) && !(value instanceof Value.Absent)) {
            String name = inside(shown, key) + "`" + Spelling.hint(key, words);
            told.accept("has no property `" + name, value.origin().place());
          }
        });
  }

  private void count(Value<Node> value, String shown, Span at, BiConsumer<String, Span> told) {
    if (value instanceof Value.Known<Node>(Node.Items items, _, _) && items.rest().isEmpty()) {
      long count = items.values().stream().filter(this::isCounted).count();
      if (count > 1 || (count == 0 && ask == Ask.SINGLE)) {
        String of = words.isEmpty() ? "" : " of " + either(words.subList(1, words.size()));
        String one = ask == Ask.SINGLE ? "exactly one element" : "at most one element";
        told.accept("takes %s%s for `%s`".formatted(one, of, shown), at);
      }
    }
  }

  private boolean isCounted(Value<Node> element) {
    return words.isEmpty()
        || Props.of(element)
            .word(words.getFirst())
            .filter(words.subList(1, words.size())::contains)
            .isPresent();
  }

  private String kind() {
    return switch (ask) {
      case MAP -> "a map";
      case LIST -> "a list";
      case TEXT -> "a string";
      case TEXTS -> "strings that refer to nothing";
      case NUMBER -> "a number";
      default -> "`true` or `false`";
    };
  }

  private boolean isOfKind(Value<Node> value) {
    Node node = value.sole().orElseThrow();
    if (node instanceof Text text && text.literal().isEmpty()) {
      return ask != Ask.TEXTS || text.references().isEmpty();
    }
    return switch (ask) {
      case MAP -> node instanceof Node.Fields;
      case LIST -> node instanceof Node.Items;
      case TEXT -> node instanceof Text;
      case TEXTS ->
          node instanceof Text
              || (node instanceof Node.Items(var elements, _)
                  && elements.stream()
                      .allMatch(e -> !(e instanceof Value.Known) || isPlain(e.sole())));
      case NUMBER ->
          node instanceof Node.Num
              || (node instanceof Text text && text.literal().orElse("").matches("[0-9.]{1,40}"));
      default ->
          node instanceof Node.Bool
              || (node instanceof Text text && text.literal().orElse("").matches("(?i)true|false"));
    };
  }

  private static boolean isPlain(Optional<Node> node) {
    return node.filter(n -> n instanceof Text text && text.references().isEmpty()).isPresent();
  }

  static String inside(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String either(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" or "));
  }
}
