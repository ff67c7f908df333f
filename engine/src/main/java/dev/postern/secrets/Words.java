package dev.postern.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of a name: `DBMasterPassword2` and `db_master-password` are `db`, `master`,
/// `password`. Digits end a word and belong to none.
final class Words {
  private static final int MOST = 256;

  private Words() {}

  /// In order, in small letters; only the last 256 characters of a longer name count.
  static List<String> of(CharSequence name) {
    List<String> words = new ArrayList<>();
    int start = -1;
    int length = name.length();
    for (int i = Math.max(0, length - MOST); i <= length; i++) {
      boolean letter = i < length && isLetter(name.charAt(i));
      if (start >= 0 && (!letter || turns(name, i))) {
        words.add(name.subSequence(start, i).toString().toLowerCase(Locale.ROOT));
        start = -1;
      }
      if (letter && start < 0) {
        start = i;
      }
    }
    return words;
  }

  /// The words of a list that is written with blanks.
  static Set<String> set(String list) {
    return Set.of(list.strip().split("\\s+"));
  }

  private static boolean turns(CharSequence name, int at) {
    if (!isCapital(name.charAt(at))) {
      return false;
    }
    boolean next = at + 1 < name.length() && isLetter(name.charAt(at + 1));
    return !isCapital(name.charAt(at - 1)) || (next && !isCapital(name.charAt(at + 1)));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || isCapital(c);
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
