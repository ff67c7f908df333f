/// Views of Amazon CloudWatch Logs' resources.
///
/// Start reading at [LogGroup].
@NullMarked
package dev.postern.view.logs;

import org.jspecify.annotations.NullMarked;
