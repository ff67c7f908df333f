package dev.postern.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Days as users write them: `2027-01-31`.
public final class Dates {
  private Dates() {}

  public static Optional<LocalDate> parse(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
