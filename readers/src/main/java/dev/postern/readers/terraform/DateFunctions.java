package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.STRING;

import dev.postern.model.Node;
import dev.postern.value.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Date functions on given timestamps (Terraform language, "Date and Time Functions").
final class DateFunctions {
  private static final Pattern PIECE =
      Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(h|ms|us|µs|ns|m|s)");

  private DateFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("timeadd", Function.of(DateFunctions::added, STRING, STRING));
    to.put("formatdate", Function.of(DateFunctions::formatted, STRING, STRING));
  }

  private static Optional<OffsetDateTime> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static Value<Node> compare(Arguments a) {
    Optional<OffsetDateTime> one = time(a.string(0));
    Optional<OffsetDateTime> other = time(a.string(1));
    return one.isEmpty() || other.isEmpty()
        ? a.invalid()
        : a.known(
            Node.num(Integer.signum(one.get().toInstant().compareTo(other.get().toInstant()))));
  }

  private static Value<Node> added(Arguments a) {
    Optional<OffsetDateTime> time = time(a.string(0));
    Optional<Duration> duration = duration(a.string(1));
    if (time.isEmpty() || duration.isEmpty()) {
      return a.invalid();
    }
    try {
      OffsetDateTime sum = time.get().plus(duration.get());
      return a.string(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").format(sum));
    } catch (DateTimeException | ArithmeticException _) {
      return a.invalid();
    }
  }

  /// Go's spelling of durations: `1h30m`, `-2.5s`.
  private static Optional<Duration> duration(String text) {
    boolean minus = text.startsWith("-");
    String digits = minus || text.startsWith("+") ? text.substring(1) : text;
    if (digits.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    Matcher matcher = PIECE.matcher(digits);
    BigDecimal nanos = BigDecimal.ZERO;
    int at = 0;
    while (matcher.find() && matcher.start() == at) {
      nanos = nanos.add(new BigDecimal(matcher.group(1)).multiply(unit(matcher.group(2))));
      at = matcher.end();
    }
    boolean fits = nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
    return at == 0 || at < digits.length() || !fits
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(minus ? -nanos.longValue() : nanos.longValue()));
  }

  private static BigDecimal unit(String name) {
    return BigDecimal.valueOf(
        switch (name) {
          case "h" -> 3_600_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "s" -> 1_000_000_000L;
          case "ms" -> 1_000_000L;
          case "us", "µs" -> 1_000L;
          default -> 1L;
        });
  }

  private static Value<Node> formatted(Arguments a) {
    Optional<OffsetDateTime> time = time(a.string(1));
    if (time.isEmpty()) {
      return a.invalid();
    }
    String form = a.string(0);
    var all = new StringBuilder();
    for (int i = 0; i < form.length(); ) {
      char c = form.charAt(i);
      int end = i;
      if (c == '\'') {
        end = form.indexOf('\'', i + 1);
        if (end < 0) {
          return a.invalid();
        }
        all.append(end == i + 1 ? "'" : form.substring(i + 1, end));
        i = end + 1;
        continue;
      }
      while (end < form.length() && form.charAt(end) == c) {
        end++;
      }
      boolean letter = c < 128 && Character.isLetter(c);
      Optional<String> piece =
          letter ? piece(form.substring(i, end), time.get()) : Optional.of(form.substring(i, end));
      if (piece.isEmpty()) {
        return a.invalid();
      }
      all.append(piece.get());
      i = end;
    }
    return a.string(all.toString());
  }

  private static Optional<String> piece(String letters, OffsetDateTime t) {
    int hour = t.getHour() % 12 == 0 ? 12 : t.getHour() % 12;
    return Optional.ofNullable(
        switch (letters) {
          case "YYYY" -> "%04d".formatted(t.getYear());
          case "YY" -> "%02d".formatted(t.getYear() % 100);
          case "MMMM" -> t.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
          case "MMM" -> t.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
          case "MM" -> "%02d".formatted(t.getMonthValue());
          case "M" -> Integer.toString(t.getMonthValue());
          case "DD" -> "%02d".formatted(t.getDayOfMonth());
          case "D" -> Integer.toString(t.getDayOfMonth());
          case "EEEE" -> t.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
          case "EEE" -> t.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
          case "hh" -> "%02d".formatted(t.getHour());
          case "h" -> Integer.toString(t.getHour());
          case "HH" -> "%02d".formatted(hour);
          case "H" -> Integer.toString(hour);
          case "AA" -> t.getHour() < 12 ? "AM" : "PM";
          case "aa" -> t.getHour() < 12 ? "am" : "pm";
          case "mm" -> "%02d".formatted(t.getMinute());
          case "m" -> Integer.toString(t.getMinute());
          case "ss" -> "%02d".formatted(t.getSecond());
          case "s" -> Integer.toString(t.getSecond());
          case "ZZZZZ" -> DateTimeFormatter.ofPattern("xxx").format(t);
          case "ZZZZ" -> DateTimeFormatter.ofPattern("xx").format(t);
          case "ZZZ" ->
              t.getOffset().getTotalSeconds() == 0
                  ? "UTC"
                  : DateTimeFormatter.ofPattern("xx").format(t);
          case "Z" -> DateTimeFormatter.ofPattern("XXX").format(t);
          default -> null;
        });
  }
}
