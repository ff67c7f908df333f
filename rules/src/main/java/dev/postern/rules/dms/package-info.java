/// Rules about AWS DMS.
///
/// Start reading at [ReplicationPubliclyAccessible].
@NullMarked
package dev.postern.rules.dms;

import org.jspecify.annotations.NullMarked;
