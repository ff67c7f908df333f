/// YAML text to [dev.postern.readers.tree.Tree]s, as far as the text can be read.
///
/// Start reading at [Yaml].
@NullMarked
package dev.postern.readers.yaml;

import org.jspecify.annotations.NullMarked;
