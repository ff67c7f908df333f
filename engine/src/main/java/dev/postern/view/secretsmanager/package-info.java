/// Views of AWS Secrets Manager's resources.
///
/// Start reading at [Secret].
@NullMarked
package dev.postern.view.secretsmanager;

import org.jspecify.annotations.NullMarked;
