/// Views of the resources of Amazon SageMaker AI.
///
/// Start reading at [Notebook].
@NullMarked
package dev.postern.view.sagemaker;

import org.jspecify.annotations.NullMarked;
