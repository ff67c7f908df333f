/// Views of the databases of Amazon RDS, Aurora, DocumentDB and Neptune.
///
/// Start reading at [Database].
@NullMarked
package dev.postern.view.rds;

import org.jspecify.annotations.NullMarked;
