/// Doing independent things at once, on stacks large enough for whatever users nest.
///
/// Start reading at [Parallel].
@NullMarked
package dev.postern.work;

import org.jspecify.annotations.NullMarked;
