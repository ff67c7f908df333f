/// Partial knowledge: what is known of a property, where it comes from, in which worlds it holds,
/// and the three-valued answers that follow from it. Unknown is never false.
///
/// Start reading at [Value], then [Verdict].
@NullMarked
package dev.postern.value;

import org.jspecify.annotations.NullMarked;
