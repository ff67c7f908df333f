/// Views of Amazon Redshift's resources.
///
/// Start reading at [Cluster].
@NullMarked
package dev.postern.view.redshift;

import org.jspecify.annotations.NullMarked;
