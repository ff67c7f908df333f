package dev.postern.readers.writer;

import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Item;
import dev.postern.text.Edit;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Where new lines go in a block, and how they are laid out.
final class BlockText {
  private final Block block;
  private final SourceFile file;
  private final String text;

  BlockText(Block block) {
    this.block = block;
    file = block.span().file();
    text = file.text();
  }

  /// The line end that the file uses.
  String newline() {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  /// The blanks before what is written in the block: those of its first line that has some.
  String indent() {
    return block.body().items().stream()
        .filter(item -> item.span().line() > block.span().line())
        .findFirst()
        .map(item -> margin(item.span().start()))
        .orElseGet(() -> margin(block.span().start()) + "  ");
  }

  /// The blanks before the line that holds an offset.
  String margin(int at) {
    int start = file.lineStart(file.line(at));
    int end = start;
    while (end < at && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /// The edits after which `added` stands last in the block.
  List<Edit> insert(New added) {
    int close = block.span().end() - 1;
    int line = file.lineStart(file.line(close));
    String body = laid(added).replace("\n", newline());
    var edits = new ArrayList<Edit>();
    List<Item> items = block.body().items();
    if (text.substring(line, close).isBlank() && line > block.body().span().start()) {
      edits.add(new Edit(file.span(line, line), body));
      return edits;
    }
    int open = block.body().span().start();
    boolean crowded =
        !items.isEmpty() && items.getFirst().span().line() == block.header().endLine();
    if (crowded) {
      edits.add(new Edit(blank(open, 1), newline() + indent()));
    }
    Span gap =
        items.isEmpty() && text.substring(open, close).isBlank()
            ? file.span(open, close)
            : blank(close, -1);
    edits.add(new Edit(gap, newline() + body + margin(block.span().start())));
    return edits;
  }

  private Span blank(int at, int step) {
    int end = at;
    while (text.charAt(step > 0 ? end : end - 1) == ' ') {
      end += step;
    }
    return file.span(Math.min(at, end), Math.max(at, end));
  }

  private String laid(New added) {
    List<Item> items = block.body().items();
    boolean afterItem = !items.isEmpty();
    int width = 0;
    if (afterItem
        && items.getLast() instanceof Attribute last
        && last.span().line() == last.span().endLine()
        && last.span().line() == file.line(block.span().end() - 1) - 1) {
      width = text.indexOf('=', last.nameSpan().end()) - last.nameSpan().start();
    }
    return added.text(indent(), width, afterItem);
  }
}
