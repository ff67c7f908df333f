/// Writes properties back into the user's own text: what a property of the model is to be, as edits
/// of the Terraform or the template that the resource was read from. Everything else in the text
/// stays as it is, to the byte.
///
/// Start reading at [Writer].
@NullMarked
package dev.postern.readers.writer;

import org.jspecify.annotations.NullMarked;
