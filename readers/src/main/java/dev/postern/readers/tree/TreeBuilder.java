package dev.postern.readers.tree;

import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.readers.tree.Tree.Unreadable;
import dev.postern.text.Comment;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a [Document] from the events of a parser, without recursion.
///
/// A container is closed with [#close(int)] and then given to [#add(Tree)] like any other value.
/// Where a text is broken, or nested deeper than [#MAX_DEPTH], reading stops: the root and the
/// containers directly in it keep what was read before, while what is open deeper becomes
/// [Unreadable], since a resource of which half is known would be misjudged.
public final class TreeBuilder {
  /// The largest number of containers around a node, its own included.
  public static final int MAX_DEPTH = 256;

  /// Why a reader breaks off when the builder is full.
  public static final String TOO_DEEP = "nested more than " + MAX_DEPTH + " deep";

  private static final int KEPT_WHEN_BROKEN = 2;
  private static final int LONGEST_KEY_SHOWN = 40;

  private final SourceFile file;
  private final List<Tree> roots = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  public TreeBuilder(SourceFile file) {
    this.file = file;
  }

  /// Whether no container may be opened any more: the reader breaks off with [#TOO_DEEP].
  public boolean isFull() {
    return open.size() == MAX_DEPTH;
  }

  public void openMapping(Optional<String> tag, int start) {
    open.push(new Open(tag, start, true));
  }

  public void openSequence(Optional<String> tag, int start) {
    open.push(new Open(tag, start, false));
  }

  /// The number of containers that are open.
  public int depth() {
    return open.size();
  }

  /// Whether the next node is a key.
  public boolean expectsKey() {
    Open in = open.peek();
    return in != null && in.isMapping && in.key == null && !in.badKey;
  }

  /// The key of the value that comes next.
  public void key(String key, Span span) {
    Open in = open.peek();
    if (in == null) {
      return;
    }
    in.key = key;
    in.keySpan = span;
    Span first = in.seen.putIfAbsent(key, span);
    if (first != null) {
      problem(
          Problem.warning(
              "`%s` is also on line %d; the last one counts".formatted(cut(key), first.line()),
              span));
    }
  }

  private static String cut(String key) {
    return key.length() > LONGEST_KEY_SHOWN ? key.substring(0, LONGEST_KEY_SHOWN) + "…" : key;
  }

  /// Lets the last key be written again: `<<` of YAML.
  public void allowAgain(String key) {
    Open in = open.peek();
    if (in != null) {
      in.seen.remove(key);
    }
  }

  /// A complete node. In the place of a key it is a problem, and its value is dropped.
  public void add(Tree value) {
    Open in = open.peek();
    if (in == null) {
      roots.add(value);
    } else if (!in.isMapping) {
      in.items.add(value);
    } else if (in.key != null && in.keySpan != null) {
      in.entries.add(new Entry(in.key, in.keySpan, value));
      in.key = null;
    } else if (in.badKey) {
      in.badKey = false;
    } else {
      in.badKey = true;
      if (!(value instanceof Unreadable)) {
        problem(Problem.error("a key that is no plain value; its entry is not read", value.span()));
      }
    }
  }

  /// Ends the innermost container before the offset `end`.
  public Tree close(int end) {
    return open.pop().build(file, end);
  }

  /// The parser cannot go on; nothing is read from the offset `at` on.
  public void breakOff(int at) {
    while (!open.isEmpty()) {
      Open in = open.pop();
      if (in.key != null && in.keySpan != null) {
        in.entries.add(
            new Entry(in.key, in.keySpan, new Unreadable(file.span(in.keySpan.end(), at))));
      }
      add(
          open.size() < KEPT_WHEN_BROKEN
              ? in.build(file, at)
              : new Unreadable(file.span(in.start, at)));
    }
  }

  public void comment(Span span, String text) {
    comments.add(new Comment(span, text));
  }

  public void problem(Problem problem) {
    problems.add(problem);
  }

  public Document document() {
    return new Document(roots, comments, problems, file);
  }

  private static final class Open {
    private final Optional<String> tag;
    private final int start;
    private final boolean isMapping;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Tree> items = new ArrayList<>();
    private final Map<String, Span> seen = new HashMap<>();
    private @Nullable String key;
    private @Nullable Span keySpan;
    private boolean badKey;

    Open(Optional<String> tag, int start, boolean isMapping) {
      this.tag = tag;
      this.start = start;
      this.isMapping = isMapping;
    }

    Tree build(SourceFile file, int end) {
      Span span = file.span(start, end);
      return isMapping ? new Mapping(entries, tag, span) : new Sequence(items, tag, span);
    }
  }
}
