/// Rules about Amazon DynamoDB.
///
/// Start reading at [TableWithoutPointInTimeRecovery].
@NullMarked
package dev.postern.rules.dynamodb;

import org.jspecify.annotations.NullMarked;
