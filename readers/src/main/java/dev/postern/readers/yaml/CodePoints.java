package dev.postern.readers.yaml;

/// From the parser's positions, counted in code points, to offsets in UTF-16 code units.
final class CodePoints {
  private final int length;
  private final int[] offsets;

  private CodePoints(int length, int[] offsets) {
    this.length = length;
    this.offsets = offsets;
  }

  static CodePoints of(String text) {
    int count = text.codePointCount(0, text.length());
    int[] offsets = new int[count == text.length() ? 0 : count];
    int at = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    return new CodePoints(text.length(), offsets);
  }

  int offset(int codePoint) {
    if (offsets.length == 0) {
      return Math.min(codePoint, length);
    }
    return codePoint < offsets.length ? offsets[codePoint] : length;
  }
}
