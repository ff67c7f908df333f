/// Rules about AWS CodeBuild.
///
/// Start reading at [PrivilegedBuild].
@NullMarked
package dev.postern.rules.codebuild;

import org.jspecify.annotations.NullMarked;
