/// Rules about Amazon SageMaker AI.
///
/// Start reading at [NotebookWithDirectInternet].
@NullMarked
package dev.postern.rules.sagemaker;

import org.jspecify.annotations.NullMarked;
