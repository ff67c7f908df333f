/// Rules about AWS Systems Manager.
///
/// Start reading at [ParameterHoldsSecretInPlain].
@NullMarked
package dev.postern.rules.ssm;

import org.jspecify.annotations.NullMarked;
