/// Views of Amazon Athena's resources.
///
/// Start reading at [WorkGroup].
@NullMarked
package dev.postern.view.athena;

import org.jspecify.annotations.NullMarked;
