/// IAM's nouns, and the policies of resources, as rules see them: every way to write and attach a
/// policy is merged.
///
/// Start reading at [Identity], then [Role] and [ResourcePolicy].
@NullMarked
package dev.postern.view.iam;

import org.jspecify.annotations.NullMarked;
