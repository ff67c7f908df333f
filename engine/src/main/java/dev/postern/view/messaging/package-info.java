/// Views of what carries messages: queues, streams and brokers.
///
/// Start reading at [Queue].
@NullMarked
package dev.postern.view.messaging;

import org.jspecify.annotations.NullMarked;
