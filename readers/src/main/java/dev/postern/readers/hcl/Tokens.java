package dev.postern.readers.hcl;

import dev.postern.text.SourceFile;
import java.util.Arrays;

/// The tokens of one file, in parallel arrays. White space and comments between them are left out.
final class Tokens {
  private final SourceFile file;
  private Kind[] kinds;
  private int[] starts;
  private int[] ends;
  private int size;

  Tokens(SourceFile file) {
    this.file = file;
    int guess = file.text().length() / 5 + 16;
    kinds = new Kind[guess];
    starts = new int[guess];
    ends = new int[guess];
  }

  void add(Kind kind, int start, int end) {
    if (size == kinds.length) {
      int more = size + (size >> 1);
      kinds = Arrays.copyOf(kinds, more);
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
    }
    kinds[size] = kind;
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  SourceFile file() {
    return file;
  }

  /// What token `i` is; [Kind#END] from the last one on.
  Kind kind(int i) {
    return i < size ? kinds[i] : Kind.END;
  }

  int start(int i) {
    return i < size ? starts[i] : file.text().length();
  }

  int end(int i) {
    return i < size ? ends[i] : file.text().length();
  }
}
