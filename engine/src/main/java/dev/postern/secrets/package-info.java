/// Secrets that stand in plain text: provider tokens with their checksums, private keys, passwords
/// in connection strings, and values whose name says that they are secret. A secret goes in as text
/// and comes out as a place, a kind, a mask and a fingerprint, never as itself.
///
/// Start reading at [Secrets].
@NullMarked
package dev.postern.secrets;

import org.jspecify.annotations.NullMarked;
