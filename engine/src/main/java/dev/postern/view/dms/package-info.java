/// Views of AWS DMS's resources.
///
/// Start reading at [ReplicationInstance].
@NullMarked
package dev.postern.view.dms;

import org.jspecify.annotations.NullMarked;
