/// Rules about Elastic Load Balancing.
///
/// Start reading at [ListenerWithoutTls].
@NullMarked
package dev.postern.rules.elb;

import org.jspecify.annotations.NullMarked;
