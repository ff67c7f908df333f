/// Views of the resources of Amazon API Gateway.
///
/// Start reading at [Methods].
@NullMarked
package dev.postern.view.apigateway;

import org.jspecify.annotations.NullMarked;
