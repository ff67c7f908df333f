/// The facts that AWS and Terraform publish, as text shards that are read when they are asked for;
/// `data/generate` writes them and `data/PROVENANCE.md` says where they come from.
///
/// Start reading at [AwsActions].
@NullMarked
package dev.postern.data;

import org.jspecify.annotations.NullMarked;
