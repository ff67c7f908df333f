/// Views of AWS Systems Manager's resources.
///
/// Start reading at [Parameter].
@NullMarked
package dev.postern.view.ssm;

import org.jspecify.annotations.NullMarked;
