/// Rules about AWS Transfer Family.
///
/// Start reading at [TransferOverFtp].
@NullMarked
package dev.postern.rules.transfer;

import org.jspecify.annotations.NullMarked;
