package dev.postern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LawTest {

  @Test
  void runsAsOftenAsAskedOnTheSameValues() {
    var first = new ArrayList<Integer>();
    var second = new ArrayList<Integer>();
    Law.check("collects", 7, 50, random -> random.nextInt(1000), first::add);
    Law.check("collects", 7, 50, random -> random.nextInt(1000), second::add);
    assertThat(first).hasSize(50).isEqualTo(second);
    assertThat(first.stream().distinct().count()).isGreaterThan(25);
  }

  @Test
  void namesTheLawTheSeedAndTheValue() {
    assertThatThrownBy(() ->
            Law.check("is small", 3, 100, r -> r.nextInt(10), n -> assertThat(n).isLessThan(9)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("law refuted: is small")
        .hasMessageContaining("seed: ")
        .hasMessageContaining("value: 9");
  }

  @Test
  void theNamedSeedRepeatsTheFailure() {
    AssertionError refuted = catchThrowableOfType(AssertionError.class, () -> neverFour(0, 1000));
    long seed = Long.parseLong(refuted.toString().replaceAll("(?s).*seed: (-?\\d+).*", "$1"));
    assertThatThrownBy(() -> neverFour(seed, 1)).isInstanceOf(AssertionError.class);
  }

  private static void neverFour(long seed, int runs) {
    Law.check("never 4", seed, runs, r -> r.nextInt(50), n -> assertThat(n).isNotEqualTo(4));
  }

  @Test
  void shrinksByHalves() {
    assertThatThrownBy(() ->
            Law.check(
                "has no 3",
                1,
                200,
                r -> r.ints(20, 0, 6).boxed().toList(),
                Law::halves,
                list -> assertThat(list).doesNotContain(3)))
        .hasMessageContaining("value: [3]");
  }

  @Test
  void halvesOfShortListsEnd() {
    assertThat(Law.halves(List.of())).isEmpty();
    assertThat(Law.halves(List.of(1))).containsExactly(List.of());
    assertThat(Law.halves(List.of(1, 2))).containsExactly(List.of(), List.of(1), List.of(2));
  }

  @Test
  void otherExceptionsRefuteToo() {
    assertThatThrownBy(() ->
            Law.check(
                "throws",
                1,
                1,
                r -> r.nextInt(),
                _ -> {
                  throw new IllegalStateException("boom");
                }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("boom");
    assertThatCode(() -> Law.check("holds", 1, 1, r -> r.nextInt(), _ -> {}))
        .doesNotThrowAnyException();
  }
}
