/// Rules about Amazon Cognito.
///
/// Start reading at [UserPoolWithShortPasswords].
@NullMarked
package dev.postern.rules.cognito;

import org.jspecify.annotations.NullMarked;
