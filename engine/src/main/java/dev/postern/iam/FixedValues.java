package dev.postern.iam;

import dev.postern.model.Text;
import dev.postern.net.IpSet;
import dev.postern.policy.document.Arns;
import dev.postern.policy.document.Pattern;
import dev.postern.value.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whether the values of a condition pin their key down.
final class FixedValues {
  private static final java.util.regex.Pattern ACCOUNT = java.util.regex.Pattern.compile("\\d{12}");
  private static final java.util.regex.Pattern ORGANISATION =
      java.util.regex.Pattern.compile("o-[a-z0-9]{10,32}/.*");

  /// Variables that stand for what the owner of the resource is.
  private static final Set<String> OF_THE_OWNER =
      Set.of("${aws:resourceaccount}", "${aws:resourceorgid}");

  private FixedValues() {}

  /// Whether every value is fixed: true when there are none.
  ///
  /// @param wildcards whether `*` and `?` are wildcards to the operator
  static Truth all(List<Pattern> values, ConditionKeys.Kind kind, boolean wildcards) {
    if (kind == ConditionKeys.Kind.ADDRESS) {
      return addresses(values);
    }
    Truth all = Truth.TRUE;
    for (Pattern value : values) {
      all = all.and(one(value.text(), kind, wildcards));
    }
    return all;
  }

  private static Truth one(Text value, ConditionKeys.Kind kind, boolean wildcards) {
    String known = Arns.known(value);
    if (known.contains("${")) {
      return Truth.of(OF_THE_OWNER.contains(known.toLowerCase(Locale.ROOT)));
    }
    boolean variable = value.flat().stream().anyMatch(Text.Part.Hole.class::isInstance);
    boolean free = wildcards && (known.indexOf('*') >= 0 || known.indexOf('?') >= 0);
    Truth whole = free ? Truth.FALSE : wildcards && variable ? Truth.UNKNOWN : Truth.TRUE;
    return switch (kind) {
      case OWNER -> whole;
      case ARN -> whole == Truth.TRUE ? whole : owned(value, whole);
      case ORGANISATION_PATH -> ORGANISATION.matcher(known).matches() ? Truth.TRUE : whole;
      case USER_ID -> known.indexOf(':') > 0 && !known.startsWith("*") ? Truth.TRUE : whole;
      case FLAG -> value.isOneOfIgnoringCase("true");
      case ADDRESS, OPEN -> Truth.FALSE;
      case UNKNOWN -> Truth.UNKNOWN;
    };
  }

  /// An ARN with wildcards still belongs to one owner when its account is fixed.
  private static Truth owned(Text value, Truth whole) {
    Optional<Text> account = Arns.segment(value, 4);
    if (account.isEmpty()) {
      return whole;
    }
    if (account.get().literal().isPresent()) {
      return Truth.of(ACCOUNT.matcher(account.get().literal().get()).matches()).or(whole);
    }
    return Truth.TRUE;
  }

  private static Truth addresses(List<Pattern> values) {
    var sets = new ArrayList<IpSet>();
    boolean open = false;
    for (Pattern value : values) {
      Optional<IpSet> set = value.text().literal().flatMap(IpSet::cidrOrAddress);
      set.ifPresent(sets::add);
      open |= value.text().literal().isEmpty();
    }
    if (IpSet.union(sets).isTheInternet()) {
      return Truth.FALSE;
    }
    return open ? Truth.UNKNOWN : Truth.TRUE;
  }
}
