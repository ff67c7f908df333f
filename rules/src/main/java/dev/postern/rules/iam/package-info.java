/// Rules about IAM identities, what their policies allow, and who may assume roles.
///
/// Start reading at [AllowsEverything].
@NullMarked
package dev.postern.rules.iam;

import org.jspecify.annotations.NullMarked;
