package dev.postern.readers.tree;

import dev.postern.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A node of a YAML or JSON document.
///
/// A span goes from the node's first character (its tag or anchor where it has one) to its last. A
/// node that is reached through a YAML alias is the anchored node itself, at the anchor's place.
///
/// A tag is what the user wrote: `!Sub`, `!GetAtt`; the standard ones in their short form, `!!str`.
public sealed interface Tree {

  Span span();

  /// What stands where these keys lead, map by map.
  default Optional<Tree> at(String... keys) {
    Optional<Tree> here = Optional.of(this);
    for (String key : keys) {
      here = here.flatMap(tree -> tree instanceof Mapping map ? map.find(key) : Optional.empty());
    }
    return here;
  }

  /// The text of the scalar to which these keys lead.
  default Optional<String> textAt(String... keys) {
    return at(keys)
        .flatMap(tree -> tree instanceof Scalar s ? Optional.of(s.text()) : Optional.empty());
  }

  /// The entries of the map to which these keys lead; none where there is no map.
  default List<Entry> entriesAt(String... keys) {
    return at(keys)
        .flatMap(
            tree -> tree instanceof Mapping map ? Optional.of(map.entries()) : Optional.empty())
        .orElse(List.of());
  }

  /// The items of the list to which these keys lead; none where there is no list.
  default List<Tree> itemsAt(String... keys) {
    return at(keys)
        .flatMap(tree -> tree instanceof Sequence s ? Optional.of(s.items()) : Optional.empty())
        .orElse(List.of());
  }

  /// Entries in the order in which they are written, duplicates included.
  record Mapping(List<Entry> entries, Optional<String> tag, Span span) implements Tree {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /// The entry with this key. The last one where there are several, which is what CloudFormation
    /// deploys, for YAML and JSON alike. Linear in the number of entries.
    public Optional<Entry> entry(String key) {
      for (int i = entries.size() - 1; i >= 0; i--) {
        if (entries.get(i).key().equals(key)) {
          return Optional.of(entries.get(i));
        }
      }
      return Optional.empty();
    }

    /// The value of [#entry(String)].
    public Optional<Tree> find(String key) {
      return entry(key).map(Entry::value);
    }
  }

  /// A key with its value.
  record Entry(String key, Span keySpan, Tree value) {}

  /// A list.
  record Sequence(List<Tree> items, Optional<String> tag, Span span) implements Tree {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// A string, number, boolean or null; which of them is asked for, not stored, so that `text` is
  /// always there: `012345678901`, `::/0` and `2012-10-17` are what the user wrote.
  ///
  /// @param text the content, after escapes, folding and indentation are taken away
  record Scalar(String text, Style style, Optional<String> tag, Span span) implements Tree {

    /// How it is written.
    public enum Style {
      PLAIN,
      SINGLE,
      DOUBLE,
      LITERAL,
      FOLDED,
      JSON_STRING,
      JSON_NUMBER,
      JSON_BOOLEAN,
      JSON_NULL,
      /// A hole that stands where JSON expects a value, outside of quotes; its text names the hole,
      /// see `JsonText`.
      HOLE
    }

    /// The boolean that this is without quotes, if it is one. See [Yaml11].
    public Optional<Boolean> asBoolean() {
      return switch (style) {
        case PLAIN -> typed("!!bool") ? Yaml11.bool(text) : Optional.empty();
        case JSON_BOOLEAN -> Optional.of(text.equals("true"));
        case SINGLE, DOUBLE, LITERAL, FOLDED, JSON_STRING, JSON_NUMBER, JSON_NULL, HOLE ->
            Optional.empty();
      };
    }

    /// The number that this is without quotes, if it is one. See [Yaml11].
    public Optional<BigDecimal> asNumber() {
      return switch (style) {
        case PLAIN -> typed("!!int") || typed("!!float") ? Yaml11.number(text) : Optional.empty();
        case JSON_NUMBER -> Yaml11.decimal(text);
        case SINGLE, DOUBLE, LITERAL, FOLDED, JSON_STRING, JSON_BOOLEAN, JSON_NULL, HOLE ->
            Optional.empty();
      };
    }

    /// Whether this is null: `null`, and in YAML without quotes also `~` and nothing at all.
    public boolean isNull() {
      return switch (style) {
        case PLAIN -> typed("!!null") && Yaml11.isNull(text);
        case JSON_NULL -> true;
        case SINGLE, DOUBLE, LITERAL, FOLDED, JSON_STRING, JSON_NUMBER, JSON_BOOLEAN, HOLE -> false;
      };
    }

    /// Where each character of the text stands. Keep it when there is more than one question.
    public Places places() {
      return Places.of(this);
    }

    /// Without the text, which may be a secret.
    @Override
    public String toString() {
      return style + " at " + span;
    }

    private boolean typed(String as) {
      return tag.isEmpty() || tag.get().equals(as);
    }
  }

  /// Something that is written there and was not read; a [dev.postern.text.Problem] says why.
  record Unreadable(Span span) implements Tree {}
}
