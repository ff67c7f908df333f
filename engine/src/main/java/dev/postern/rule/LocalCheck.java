package dev.postern.rule;

import dev.postern.model.View;

/// A rule that looks at one resource (and what its view merges into it) at a time.
public non-sealed interface LocalCheck<V extends View> extends Check<V> {
  /// Whether the defect is there: [dev.postern.value.Verdict.Yes] is a finding.
  Judgement judge(V subject);
}
