/// Views of the resources of Amazon EMR.
///
/// Start reading at [Cluster].
@NullMarked
package dev.postern.view.emr;

import org.jspecify.annotations.NullMarked;
