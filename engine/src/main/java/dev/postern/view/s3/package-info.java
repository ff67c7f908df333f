/// Views of Amazon S3's resources.
///
/// Start reading at [Bucket].
@NullMarked
package dev.postern.view.s3;

import org.jspecify.annotations.NullMarked;
