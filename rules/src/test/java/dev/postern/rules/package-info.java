/// Tests of the rules: each rule's own examples, and what is said about the rules as a whole.
///
/// Start reading at [RuleExamplesTest].
@NullMarked
package dev.postern.rules;

import org.jspecify.annotations.NullMarked;
