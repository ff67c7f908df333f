package dev.postern.view.rds;

import dev.postern.model.Property;
import dev.postern.model.Text;
import dev.postern.value.Evidence;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import dev.postern.value.Verdict;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a database insists on TLS: by a parameter, and where that is not set, by its engine and
/// version.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html">PostgreSQL</a>
/// @see <a
///   href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.html">MySQL</a>
/// @see <a
///   href="https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html">DocumentDB</a>
final class Transport {
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)?.*|(\\d+)");
  private static final String FORCE = "rds.force_ssl";
  private static final String REQUIRE = "require_secure_transport";

  private Transport() {}

  static Verdict documents(Database database) {
    return database.parameter("tls").map(tls -> tls.is("disabled").not()).orElse(Verdict.yes());
  }

  static Verdict relational(Database database) {
    Property engine = database.resource().at("Engine");
    Optional<String> name =
        engine.text().sole().flatMap(Text::literal).map(n -> n.toLowerCase(Locale.ROOT));
    if (name.isEmpty()) {
      return Verdict.undecided(new Evidence(engine.value().origin(), "the engine decides"));
    }
    String parameter =
        name.get().startsWith("sqlserver")
                || name.get().endsWith("postgresql")
                || name.get().equals("postgres")
            ? FORCE
            : REQUIRE;
    Optional<Property> set = database.parameter(parameter);
    return set.isPresent() && !(set.get().value() instanceof Value.Absent)
        ? set.get().isOneOf("1", "on", "true")
        : Verdict.of(
            byItself(name.get(), database.engineVersion()),
            database.resource().evidence("`" + parameter + "` is not set, the engine decides"));
  }

  private static Truth byItself(String engine, Property version) {
    return switch (engine) {
      case "postgres" -> from(version, 15, 0, Truth.TRUE);
      case "aurora-postgresql" -> from(version, 17, 0, Truth.TRUE);
      case "mysql" -> from(version, 8, 4, Truth.UNKNOWN);
      case "mariadb" -> from(version, 11, 8, Truth.UNKNOWN);
      default -> Truth.FALSE;
    };
  }

  /// `then` from this version on, false before it.
  private static Truth from(Property version, int major, int minor, Truth then) {
    Matcher known = VERSION.matcher(version.text().sole().map(Text::prefix).orElse(""));
    if (!known.matches()) {
      return Truth.UNKNOWN;
    }
    int first = number(known.group(1) == null ? known.group(3) : known.group(1));
    if (first != major) {
      return first > major ? then : Truth.FALSE;
    }
    if (minor == 0) {
      return then;
    }
    return known.group(2) == null
        ? Truth.UNKNOWN
        : number(known.group(2)) >= minor ? then : Truth.FALSE;
  }

  private static int number(String digits) {
    return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
