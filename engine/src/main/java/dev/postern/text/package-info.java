/// Source text: files, places in them, and problems found while reading them. Everything that is
/// ever shown to a user points back into a [SourceFile] through a [Span].
///
/// Start reading at [SourceFile].
@NullMarked
package dev.postern.text;

import org.jspecify.annotations.NullMarked;
