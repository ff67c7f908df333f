/// Rules about Amazon S3.
///
/// Start reading at [BucketWithoutEncryption].
@NullMarked
package dev.postern.rules.s3;

import org.jspecify.annotations.NullMarked;
