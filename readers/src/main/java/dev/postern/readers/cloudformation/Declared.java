package dev.postern.readers.cloudformation;

import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.Span;
import dev.postern.value.Reason;
import java.util.Optional;

/// A resource of a template before its properties are evaluated.
///
/// @param id its logical id, loop variables replaced
/// @param header where the id stands
/// @param scope the loops that it lies in
/// @param symbolic why it is not known how many resources it stands for
record Declared(String id, Span header, Tree body, Scope scope, Optional<Reason> symbolic) {

  /// The type as written, empty where there is none.
  String type() {
    return body instanceof Mapping fields
            && fields.find("Type").orElse(body) instanceof Scalar written
        ? Values.key(written.text(), written.span(), scope)
        : "";
  }
}
