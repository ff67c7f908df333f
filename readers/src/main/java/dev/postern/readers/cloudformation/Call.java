package dev.postern.readers.cloudformation;

import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.text.Span;
import java.util.List;
import java.util.Optional;

/// A use of an intrinsic function, in the short form (`!Sub x`) or the full one (`Fn::Sub: x`).
///
/// @param name the full name: `Ref`, `Condition`, `Fn::Sub`
/// @param span all of it
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">intrinsic
///   functions</a>
record Call(String name, Tree argument, Span span) {

  /// The call that a tree is, if it is one. `Condition` as a key is a call only inside of
  /// conditions and is left to them.
  static Optional<Call> of(Tree tree) {
    Optional<String> tag = tag(tree).filter(t -> !t.startsWith("!!") && t.length() > 1);
    if (tag.isPresent()) {
      return Optional.of(new Call(full(tag.get().substring(1)), untagged(tree), tree.span()));
    }
    if (tree instanceof Mapping(var entries, _, var span) && entries.size() == 1) {
      String key = entries.getFirst().key();
      boolean isCall = key.equals("Ref") || (key.startsWith("Fn::") && !isLoop(key));
      return isCall
          ? Optional.of(new Call(key, entries.getFirst().value(), span))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /// Whether a key begins a loop, which writes several entries in its place.
  static boolean isLoop(String key) {
    return key.startsWith("Fn::ForEach::");
  }

  /// The arguments, where there are several.
  List<Tree> arguments() {
    return argument instanceof Sequence(var items, _, _) ? items : List.of(argument);
  }

  private static String full(String tag) {
    return tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
  }

  private static Optional<String> tag(Tree tree) {
    return switch (tree) {
      case Mapping(_, var tag, _) -> tag;
      case Sequence(_, var tag, _) -> tag;
      case Scalar(_, _, var tag, _) -> tag;
      case Tree.Unreadable _ -> Optional.empty();
    };
  }

  private static Tree untagged(Tree tree) {
    return switch (tree) {
      case Mapping(var entries, _, var span) -> new Mapping(entries, Optional.empty(), span);
      case Sequence(var items, _, var span) -> new Sequence(items, Optional.empty(), span);
      case Scalar(var text, var style, _, var span) ->
          new Scalar(text, style, Optional.empty(), span);
      case Tree.Unreadable gone -> gone;
    };
  }
}
