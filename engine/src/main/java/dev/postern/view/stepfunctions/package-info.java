/// Views of the resources of AWS Step Functions.
///
/// Start reading at [StateMachine].
@NullMarked
package dev.postern.view.stepfunctions;

import org.jspecify.annotations.NullMarked;
