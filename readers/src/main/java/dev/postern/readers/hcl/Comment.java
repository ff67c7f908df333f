package dev.postern.readers.hcl;

import dev.postern.text.Span;

/// A comment: `# ...`, `// ...` or `/* ... */`.
///
/// @param span all of it with its signs, without the line end
/// @param text the words in it, without the signs and the white space around them
public record Comment(Span span, String text) {}
