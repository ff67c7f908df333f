/// Rules about AWS CloudTrail.
///
/// Start reading at [TrailNotLogging].
@NullMarked
package dev.postern.rules.cloudtrail;

import org.jspecify.annotations.NullMarked;
