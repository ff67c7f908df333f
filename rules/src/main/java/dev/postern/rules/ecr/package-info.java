/// Rules about Amazon ECR.
///
/// Start reading at [RepositoryTagsMutable].
@NullMarked
package dev.postern.rules.ecr;

import org.jspecify.annotations.NullMarked;
