/// Runs inside the compiler: turns the rules' own prose and examples into their pages, and lists
/// the rules, so that nobody keeps a list by hand.
///
/// Start reading at [RuleProcessor].
@NullMarked
package dev.postern.processor;

import org.jspecify.annotations.NullMarked;
