/// Views of the resources of AWS CodeBuild.
///
/// Start reading at [Project].
@NullMarked
package dev.postern.view.codebuild;

import org.jspecify.annotations.NullMarked;
