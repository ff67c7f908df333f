/// Terraform plans and states, as `terraform show -json` prints them and as state files hold them.
///
/// Start reading at [Plans].
@NullMarked
package dev.postern.readers.plan;

import org.jspecify.annotations.NullMarked;
