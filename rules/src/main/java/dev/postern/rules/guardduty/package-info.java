/// Rules about Amazon GuardDuty.
///
/// Start reading at [DetectorDisabled].
@NullMarked
package dev.postern.rules.guardduty;

import org.jspecify.annotations.NullMarked;
