/// Views of AWS KMS keys and of what is encrypted with them.
///
/// Start reading at [Key].
@NullMarked
package dev.postern.view.kms;

import org.jspecify.annotations.NullMarked;
