package dev.postern.rule;

import dev.postern.model.Cloud;
import dev.postern.model.View;

/// A rule that may look at everything reviewed together.
public non-sealed interface CloudCheck<V extends View> extends Check<V> {
  /// Whether the defect is there: [dev.postern.value.Verdict.Yes] is a finding.
  Judgement judge(V subject, Cloud cloud);
}
