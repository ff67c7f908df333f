/// Views of Amazon EFS's resources.
///
/// Start reading at [FileSystem].
@NullMarked
package dev.postern.view.efs;

import org.jspecify.annotations.NullMarked;
