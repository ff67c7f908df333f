/// Rules about Amazon API Gateway.
///
/// Start reading at [MethodWithoutAuthorization].
@NullMarked
package dev.postern.rules.apigateway;

import org.jspecify.annotations.NullMarked;
