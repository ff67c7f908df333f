package dev.postern.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {

  @Test
  void keepsTheOrderOfTheItems() {
    List<Integer> items = IntStream.range(0, 10_000).boxed().toList();

    assertThat(Parallel.map(items, i -> i * 2)).isEqualTo(items.stream().map(i -> i * 2).toList());
  }

  @Test
  void nothingToDoIsDone() {
    assertThat(Parallel.map(List.<Integer>of(), i -> i)).isEmpty();
  }

  @Test
  void throwsWhatTheWorkThrew() {
    assertThatThrownBy(() ->
            Parallel.map(
                List.of(1, 2, 3),
                i -> {
                  if (i == 2) {
                    throw new IllegalArgumentException("two");
                  }
                  return i;
                }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two");
  }

  @Test
  void bearsDeepRecursion() {
    assertThat(Parallel.<Integer>deep(() -> depth(1_000_000))).isEqualTo(1_000_000);
  }

  @Test
  void everyItemIsWorkedOnOnce() {
    var calls = new AtomicInteger();

    Parallel.map(IntStream.range(0, 1000).boxed().toList(), _ -> calls.incrementAndGet());

    assertThat(calls).hasValue(1000);
  }

  private static int depth(int n) {
    return n == 0 ? 0 : 1 + depth(n - 1);
  }
}
