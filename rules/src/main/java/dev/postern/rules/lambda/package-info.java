/// Rules about AWS Lambda.
///
/// Start reading at [FunctionWithoutTimeout].
@NullMarked
package dev.postern.rules.lambda;

import org.jspecify.annotations.NullMarked;
