package dev.postern.readers.plan;

import dev.postern.readers.tree.Tree;
import dev.postern.text.Span;
import java.util.Optional;

/// A resource or data source instance as a plan or state tells of it.
///
/// @param module its module with a dot behind, `module.m["k"].`, or empty
/// @param name `aws_instance.i`, `data.aws_region.r`
/// @param key `["k"]` or `[0]`, or empty
/// @param header where it is named
/// @param whole all that is said of it
/// @param values its attributes
/// @param unknown which of them are known only after apply: `true` in their places
/// @param sensitive which of them are sensitive, in the same way
record Recorded(
    String module,
    String name,
    String key,
    Span header,
    Span whole,
    Tree.Mapping values,
    Optional<Tree> unknown,
    Optional<Tree> sensitive) {

  /// `module.m["k"].aws_instance.i[0]`.
  String address() {
    return module + name + key;
  }

  String type() {
    Name all = Name.of(name);
    return all.step(all.resource() - 1);
  }

  boolean isData() {
    return name.startsWith("data.");
  }
}
