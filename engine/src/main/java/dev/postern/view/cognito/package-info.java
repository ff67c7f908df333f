/// Views of the resources of Amazon Cognito.
///
/// Start reading at [UserPool].
@NullMarked
package dev.postern.view.cognito;

import org.jspecify.annotations.NullMarked;
