/// Rules about Amazon ElastiCache.
///
/// Start reading at [CacheUnencrypted].
@NullMarked
package dev.postern.rules.elasticache;

import org.jspecify.annotations.NullMarked;
