/// Views of the resources of AWS Lambda.
///
/// Start reading at [Function].
@NullMarked
package dev.postern.view.lambda;

import org.jspecify.annotations.NullMarked;
