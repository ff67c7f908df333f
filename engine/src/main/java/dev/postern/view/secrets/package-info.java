/// Secrets as they stand in the configuration, and the declarations that hold them.
///
/// Start reading at [FoundSecret].
@NullMarked
package dev.postern.view.secrets;

import org.jspecify.annotations.NullMarked;
