package dev.postern.readers.hcl;

import dev.postern.text.Span;

/// What a body consists of.
public sealed interface Item permits Attribute, Block {
  Span span();
}
