/// Views of the resources of AWS Transfer Family.
///
/// Start reading at [Server].
@NullMarked
package dev.postern.view.transfer;

import org.jspecify.annotations.NullMarked;
