/// Views of Amazon DynamoDB's resources.
///
/// Start reading at [Table].
@NullMarked
package dev.postern.view.dynamodb;

import org.jspecify.annotations.NullMarked;
