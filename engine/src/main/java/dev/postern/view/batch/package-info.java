/// Views of the resources of AWS Batch.
///
/// Start reading at [JobDefinition].
@NullMarked
package dev.postern.view.batch;

import org.jspecify.annotations.NullMarked;
