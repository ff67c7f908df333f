/// One syntax tree for YAML and JSON. It keeps what the user wrote: order, duplicate keys, tags,
/// the text of every scalar before any type is given to it, and where each of these stands.
///
/// Start reading at [Tree].
@NullMarked
package dev.postern.readers.tree;

import org.jspecify.annotations.NullMarked;
