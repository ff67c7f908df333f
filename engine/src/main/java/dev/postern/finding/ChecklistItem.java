package dev.postern.finding;

/// One item of the approval checklist.
///
/// @param id `C01`
/// @param passed how many questions about resources were answered well
/// @param suppressed how many findings of it are accepted
public record ChecklistItem(
    String id,
    String area,
    String item,
    Answer answer,
    int passed,
    int failed,
    int undecided,
    int suppressed) {

  /// How an item is answered.
  public enum Answer {
    PASS("pass"),
    FAIL("fail"),
    UNDECIDED("undecided"),
    NOT_APPLICABLE("not-applicable");

    private final String word;

    Answer(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
