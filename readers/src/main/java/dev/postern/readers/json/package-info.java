/// JSON text to [dev.postern.readers.tree.Tree]s: whole files, and JSON that stands inside a string
/// of another file, with holes where that file computes something.
///
/// Start reading at [Json].
@NullMarked
package dev.postern.readers.json;

import org.jspecify.annotations.NullMarked;
