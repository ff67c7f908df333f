package dev.postern.readers.hcl;

import dev.postern.text.Span;

/// `name = value`.
///
/// @param value [Expression.Invalid] when it could not be read
/// @param span from the name to the end of the value
public record Attribute(String name, Span nameSpan, Expression value, Span span) implements Item {}
