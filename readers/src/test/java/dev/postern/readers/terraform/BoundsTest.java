package dev.postern.readers.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundsTest {
  private final List<Problem> problems = new ArrayList<>();
  private final Bounds bounds = new Bounds(problems);
  private final Span here = SourceFile.of("main.tf", "x").all();

  @Test
  void tooManyStepsAreToldOnce() {
    int steps = 0;
    while (bounds.enter(here)) {
      bounds.leave();
      steps++;
    }
    assertThat(bounds.enter(here)).isFalse();
    assertThat(steps).isEqualTo(Bounds.STEPS);
    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("expressions are to be evaluated"));
  }

  @Test
  void whatWasEvaluatedBeforeKeepsItsHeight() {
    int start = bounds.measure();
    for (int i = 0; i < 600; i++) {
      assertThat(bounds.enter(here)).isTrue();
    }
    for (int i = 0; i < 600; i++) {
      bounds.leave();
    }
    int height = bounds.measured(start);
    assertThat(height).isEqualTo(600);
    assertThat(bounds.fits(height, here)).isTrue();
    for (int i = 0; i < 500; i++) {
      assertThat(bounds.enter(here)).isTrue();
    }
    assertThat(bounds.fits(height, here)).isFalse();
  }
}
