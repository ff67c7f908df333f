/// Views of Amazon ECR's resources.
///
/// Start reading at [Repository].
@NullMarked
package dev.postern.view.ecr;

import org.jspecify.annotations.NullMarked;
