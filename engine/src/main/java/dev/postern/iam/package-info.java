/// What policies mean: what they grant, whom they let in, and what follows from that.
///
/// Start reading at [Grants], then [PublicAccess].
@NullMarked
package dev.postern.iam;

import org.jspecify.annotations.NullMarked;
