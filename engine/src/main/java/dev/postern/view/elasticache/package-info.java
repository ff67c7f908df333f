/// Views of Amazon ElastiCache's resources.
///
/// Start reading at [ReplicationGroup].
@NullMarked
package dev.postern.view.elasticache;

import org.jspecify.annotations.NullMarked;
