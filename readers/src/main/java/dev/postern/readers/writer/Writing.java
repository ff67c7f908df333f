package dev.postern.readers.writer;

import dev.postern.text.Edit;
import dev.postern.text.Span;
import java.util.List;

/// What it takes to give a property a value.
public sealed interface Writing {

  /// These edits, of one file or several; none where the property has the value.
  record Edits(List<Edit> edits) implements Writing {
    public Edits {
      edits = List.copyOf(edits);
    }
  }

  /// It cannot be written.
  ///
  /// @param why in one clause
  /// @param at the place that decides the property instead
  record Refused(String why, Span at) implements Writing {}
}
