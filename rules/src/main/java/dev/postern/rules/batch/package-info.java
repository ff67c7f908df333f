/// Rules about AWS Batch.
///
/// Start reading at [PrivilegedJob].
@NullMarked
package dev.postern.rules.batch;

import org.jspecify.annotations.NullMarked;
