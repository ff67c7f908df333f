/// Exact set arithmetic on addresses, ports and packets, IPv4 and IPv6. Every set has one
/// representation, so that equal sets are `equals`; nothing is rounded or sampled.
///
/// Start reading at [PacketSet], then [IpSet]; [Line] holds the arithmetic.
@NullMarked
package dev.postern.net;

import org.jspecify.annotations.NullMarked;
