/// Rules about what carries messages: queues, streams and brokers.
///
/// Start reading at [QueueUnencrypted].
@NullMarked
package dev.postern.rules.messaging;

import org.jspecify.annotations.NullMarked;
