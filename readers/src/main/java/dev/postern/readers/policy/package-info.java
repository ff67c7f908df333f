/// Reads policy documents that stand alone in a file.
///
/// Start reading at [Policies].
@NullMarked
package dev.postern.readers.policy;

import org.jspecify.annotations.NullMarked;
