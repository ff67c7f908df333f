/// The contract of a rule: what its author writes, and what it may ask.
///
/// Start reading at [Rule], then [LocalCheck] and [Judgement].
@NullMarked
package dev.postern.rule;

import org.jspecify.annotations.NullMarked;
