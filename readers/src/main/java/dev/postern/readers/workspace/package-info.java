/// Finds out what the files of a review are, reads each with its reader, and puts everything into
/// one cloud.
///
/// Start reading at [Workspace].
@NullMarked
package dev.postern.readers.workspace;

import org.jspecify.annotations.NullMarked;
