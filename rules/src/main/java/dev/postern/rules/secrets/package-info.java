/// Rules about secrets in plain text.
///
/// Start reading at [HardCodedSecret].
@NullMarked
package dev.postern.rules.secrets;

import org.jspecify.annotations.NullMarked;
