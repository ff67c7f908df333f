/// Views of AWS CloudTrail's resources.
///
/// Start reading at [Trail].
@NullMarked
package dev.postern.view.cloudtrail;

import org.jspecify.annotations.NullMarked;
