/// Rules about AWS Step Functions.
///
/// Start reading at [StateMachineWithoutLogging].
@NullMarked
package dev.postern.rules.stepfunctions;

import org.jspecify.annotations.NullMarked;
