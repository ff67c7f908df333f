/// Rules about AWS KMS keys and what is encrypted with them.
///
/// Start reading at [KeyNotRotated].
@NullMarked
package dev.postern.rules.kms;

import org.jspecify.annotations.NullMarked;
