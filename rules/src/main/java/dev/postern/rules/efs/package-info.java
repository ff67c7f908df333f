/// Rules about Amazon EFS.
///
/// Start reading at [FileSystemUnencrypted].
@NullMarked
package dev.postern.rules.efs;

import org.jspecify.annotations.NullMarked;
