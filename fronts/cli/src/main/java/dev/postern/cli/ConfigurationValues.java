package dev.postern.cli;

import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.rule.RuleBook;
import dev.postern.text.Problem;
import dev.postern.text.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes the values of a configuration as what they are to be, and gathers what is wrong.
final class ConfigurationValues {
  private final List<Problem> problems = new ArrayList<>();

  List<Problem> problems() {
    return problems;
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  void wrong(String message, Tree at) {
    problems.add(Problem.error(message, at.span()));
  }

  /// A configuration that is understood in part would review something else than was meant.
  void throwIfWrong() {
    if (!problems.isEmpty()) {
      throw new UsageException(problems.stream().map(p -> p.at() + ": " + p.message()).toList());
    }
  }

  /// The entries of a map whose keys are among `keys`.
  List<Entry> entries(Tree tree, List<String> keys) {
    var known = new ArrayList<Entry>();
    for (Entry entry : entries(tree)) {
      if (keys.contains(entry.key())) {
        known.add(entry);
      } else {
        String hint = Spelling.hint(entry.key(), keys);
        problems.add(
            Problem.error("there is no setting `" + entry.key() + "`" + hint, entry.keySpan()));
      }
    }
    return known;
  }

  private List<Entry> entries(Tree tree) {
    if (tree instanceof Mapping mapping) {
      return mapping.entries();
    }
    wrong("a map of settings is expected", tree);
    return List.of();
  }

  List<Tree> items(Tree tree) {
    if (tree instanceof Sequence sequence) {
      return sequence.items();
    }
    wrong("a list is expected", tree);
    return List.of();
  }

  Optional<String> word(Tree tree) {
    if (tree instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar.text().strip());
    }
    wrong("a text is expected", tree);
    return Optional.empty();
  }

  /// A list of words, or one.
  List<String> words(Tree tree) {
    List<Tree> all = tree instanceof Sequence sequence ? sequence.items() : List.of(tree);
    return all.stream().flatMap(item -> word(item).stream()).toList();
  }

  boolean flag(Tree tree) {
    Optional<Boolean> flag = tree instanceof Scalar s ? s.asBoolean() : Optional.empty();
    if (flag.isEmpty()) {
      wrong("`true` or `false` is expected", tree);
    }
    return flag.orElse(false);
  }

  <T> Optional<T> oneOf(Tree tree, List<T> all, Function<T, String> name) {
    Optional<String> word = word(tree);
    Optional<T> found =
        word.flatMap(w -> all.stream().filter(one -> name.apply(one).equals(w)).findFirst());
    if (word.isPresent() && found.isEmpty()) {
      String names = all.stream().map(name).collect(Collectors.joining(", "));
      wrong("`%s` is none of %s".formatted(word.get(), names), tree);
    }
    return found;
  }

  /// Names of rules, or ids that rules serve.
  List<String> rules(Tree tree, RuleBook book) {
    List<Tree> all = tree instanceof Sequence sequence ? sequence.items() : List.of(tree);
    var names = new ArrayList<String>();
    for (Tree item : all) {
      word(item)
          .ifPresent(name -> {
            names.add(name);
            RuleNames.fault(name, book).ifPresent(fault -> wrong(fault, item));
          });
    }
    return names;
  }

  /// Values by name, as one gives them on the command line: lists and maps as JSON.
  Map<String, String> texts(Tree tree) {
    var all = new LinkedHashMap<String, String>();
    entries(tree).forEach(entry -> all.put(entry.key(), ConfiguredValue.text(entry.value())));
    return all;
  }
}
