/// Rules about Amazon CloudWatch Logs.
///
/// Start reading at [LogGroupWithoutRetention].
@NullMarked
package dev.postern.rules.logs;

import org.jspecify.annotations.NullMarked;
