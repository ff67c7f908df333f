package dev.postern.model;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// The booleans and numbers that CloudFormation and Terraform take from strings.
final class Scalars {
  private Scalars() {}

  static Optional<Boolean> bool(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
