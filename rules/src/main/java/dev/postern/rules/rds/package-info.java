/// Rules about databases: RDS, Aurora, DocumentDB and Neptune.
///
/// Start reading at [DatabasePubliclyAccessible].
@NullMarked
package dev.postern.rules.rds;

import org.jspecify.annotations.NullMarked;
