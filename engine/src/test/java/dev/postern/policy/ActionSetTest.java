package dev.postern.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ActionSetTest {
  private static final long SEED = 20_261_123;

  private final Table table = new Table();

  @Test
  void everythingIsOneBitAndReadsNoService() {
    ActionSet all = ActionSet.matching(table, "*");
    ActionSet iam = ActionSet.matching(table, "IAM:*");

    assertThat(all.size()).isEqualTo(table.size());
    assertThat(all.minus(iam).union(iam)).isEqualTo(all);
    assertThat(all.minus(iam).intersection(iam).isEmpty()).isTrue();
    assertThat(all.minus(iam).size()).isEqualTo(table.size() - 3);
    assertThat(table.asked).isEmpty();
  }

  @Test
  void aPatternReadsOnlyTheServiceItNames() {
    assertThat(names(ActionSet.matching(table, "s3:get*")))
        .containsExactly("s3:GetBucket", "s3:GetObject");
    assertThat(names(ActionSet.matching(table, "iam:Pass?ole"))).containsExactly("iam:PassRole");
    assertThat(names(ActionSet.matching(table, "S3:PUTOBJECT"))).containsExactly("s3:PutObject");
    assertThat(table.asked).containsExactly("iam", "s3");
  }

  @Test
  void whatNamesNothingIsEmpty() {
    for (String pattern :
        List.of("", "s3", "s3*", "s3:", ":", "s3:GetObjec", "nosuch:*", "s3::*")) {
      assertThat(ActionSet.matching(table, pattern).isEmpty()).as(pattern).isTrue();
    }
  }

  @Test
  void wildcardsStandInTheServiceToo() {
    assertThat(ActionSet.matching(table, "*:*")).isEqualTo(ActionSet.all(table));
    assertThat(names(ActionSet.matching(table, "s?:List*"))).containsExactly("s3:ListBucket");
  }

  @Test
  void unknownActionsAreInNoSet() {
    assertThat(ActionSet.all(table).contains("s3:getobject")).isTrue();
    assertThat(ActionSet.all(table).contains("s3:NoSuch")).isFalse();
    assertThat(ActionSet.all(table).contains("nosuch:GetObject")).isFalse();
    assertThat(ActionSet.all(table).contains("GetObject")).isFalse();
  }

  @Test
  void setsOfTwoTablesDoNotMix() {
    assertThatThrownBy(() -> ActionSet.all(table).union(ActionSet.all(new Table())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void agreesWithPlainSets() {
    var random = new Random(SEED);
    for (int round = 0; round < 3_000; round++) {
      var pair = new Pair(ActionSet.none(table), Set.of());
      for (int step = 0; step < 6; step++) {
        Pair next = Pair.of(table, pattern(random));
        pair =
            switch (random.nextInt(3)) {
              case 0 -> pair.with(next, ActionSet::union, Set::addAll);
              case 1 -> pair.with(next, ActionSet::minus, Set::removeAll);
              default ->
                  new Pair(ActionSet.all(table), table.names())
                      .with(pair, ActionSet::minus, Set::removeAll)
                      .with(next, ActionSet::intersection, Set::retainAll);
            };
      }
      pair.check(table, "seed " + SEED + ", round " + round);
    }
  }

  private String pattern(Random random) {
    String[] patterns = {
      "*",
      "*:*",
      "s3:*",
      "iam:*",
      "sqs:*",
      "s*:*",
      "*:Get*",
      "s3:*Object",
      "s3:????ucket",
      "sqs:Send*"
    };
    var names = List.copyOf(table.names());
    return random.nextBoolean()
        ? patterns[random.nextInt(patterns.length)]
        : names.get(random.nextInt(names.size()));
  }

  private static List<String> names(ActionSet set) {
    return set.stream().map(Actions.Action::toString).toList();
  }

  /// The same set twice, once as a plain set of names.
  private record Pair(ActionSet set, Set<String> naive) {
    static Pair of(Table table, String pattern) {
      String regex =
          pattern.equals("*") ? ".*" : pattern.replace("*", "[^:]*").replace("?", "[^:]");
      var compiled = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
      return new Pair(
          ActionSet.matching(table, pattern),
          table.names().stream()
              .filter(name -> compiled.matcher(name).matches())
              .collect(Collectors.toSet()));
    }

    Pair with(
        Pair that,
        BinaryOperator<ActionSet> operation,
        java.util.function.BiConsumer<Set<String>, Set<String>> change) {
      var changed = new TreeSet<>(naive);
      change.accept(changed, that.naive);
      return new Pair(operation.apply(set, that.set), changed);
    }

    void check(Table table, String round) {
      assertThat(names(set)).as(round).containsExactlyElementsOf(new TreeSet<>(naive));
      assertThat(set.size()).as(round).isEqualTo(naive.size());
      assertThat(set.isEmpty()).as(round).isEqualTo(naive.isEmpty());
      assertThat(set.services())
          .as(round)
          .containsExactlyElementsOf(
              naive.stream()
                  .map(n -> n.substring(0, n.indexOf(':')))
                  .collect(Collectors.toCollection(TreeSet::new)));
      for (String name : table.names()) {
        assertThat(set.contains(name)).as(round + " " + name).isEqualTo(naive.contains(name));
      }
      ActionSet rebuilt =
          naive.stream()
              .map(name -> ActionSet.matching(table, name))
              .reduce(ActionSet.none(table), ActionSet::union);
      assertThat(set).as(round).isEqualTo(rebuilt).hasSameHashCodeAs(rebuilt);
    }
  }

  /// Three services of three and more actions; remembers which were read.
  private static final class Table implements Actions {
    private final Set<String> asked = new TreeSet<>();
    private final List<Service> services =
        List.of(
            service("iam", "GetRole", "PassRole", "CreateRole"),
            service("s3", "GetObject", "PutObject", "ListBucket", "GetBucket", "DeleteObject"),
            service("sqs", "SendMessage", "ReceiveMessage", "GetQueueUrl", "SendMessageBatch"));

    private static Service service(String prefix, String... names) {
      var actions = new ArrayList<Action>();
      for (String name : names) {
        actions.add(new Action(prefix, name, AccessLevel.READ, List.of(), List.of()));
      }
      return new Service(prefix, prefix, actions, List.of(), List.of());
    }

    Set<String> names() {
      return services.stream()
          .flatMap(service -> service.actions().stream())
          .map(Action::toString)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<String> prefixes() {
      return services.stream().map(Service::prefix).toList();
    }

    @Override
    public int count(String prefix) {
      return find(prefix).map(service -> service.actions().size()).orElse(0);
    }

    @Override
    public int size() {
      return services.stream().mapToInt(service -> service.actions().size()).sum();
    }

    @Override
    public Optional<Service> service(String prefix) {
      asked.add(prefix);
      return find(prefix);
    }

    private Optional<Service> find(String prefix) {
      String lower = prefix.toLowerCase(Locale.ROOT);
      return services.stream().filter(service -> service.prefix().equals(lower)).findFirst();
    }

    @Override
    public List<ConditionKey> globalKeys() {
      return List.of();
    }
  }
}
