/// Views of the resources of Amazon GuardDuty.
///
/// Start reading at [Detector].
@NullMarked
package dev.postern.view.guardduty;

import org.jspecify.annotations.NullMarked;
