package dev.postern.policy.document;

import dev.postern.model.Text;
import dev.postern.policy.Globs;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Sensitivity;
import dev.postern.value.Truth;
import dev.postern.value.World;
import java.util.List;
import java.util.function.BiPredicate;

/// One pattern of an `Action`, `Resource` or condition value, possibly half known.
///
/// In actions `*` and `?` range over the whole text and case does not matter. In resources they
/// range within one of the first five segments of an ARN, or over all of the sixth, and case
/// matters.
///
/// @see <a
///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
/// @param when the world in which it stands here
public record Pattern(Text text, Origin origin, World when, Sensitivity sensitivity) {

  /// The kind whose names have no slash, while objects do.
  private static final String BUCKET = ":s3:::*";

  /// Whether this resource pattern takes in everything that `that` takes in.
  public Truth coversArns(Pattern that) {
    return coversArns(that.text);
  }

  /// Whether this resource pattern takes in every ARN that the pattern `that` takes in; a text
  /// without wildcards is one ARN.
  public Truth coversArns(Text that) {
    return compare(text, that, false, Pattern::covers);
  }

  /// Whether this action pattern takes in every action that `that` takes in.
  public Truth coversActions(Pattern that) {
    return compare(text, that.text, true, Globs::covers);
  }

  private static Truth compare(
      Text mine, Text theirs, boolean ignoreCase, BiPredicate<String, String> covers) {
    var alphabet = new Encoded();
    String a = ignoreCase ? Encoded.lower(alphabet.of(mine)) : alphabet.of(mine);
    String b = ignoreCase ? Encoded.lower(alphabet.of(theirs)) : alphabet.of(theirs);
    if (covers.test(a, b)) {
      return Truth.TRUE;
    }
    boolean open = Encoded.hasHole(a) || Encoded.hasHole(b);
    return open && meet(Encoded.loosened(a), Encoded.loosened(b)) ? Truth.UNKNOWN : Truth.FALSE;
  }

  private static boolean covers(String mine, String theirs) {
    List<String> a = Encoded.segments(mine);
    List<String> b = Encoded.segments(theirs);
    if (a.size() != b.size()) {
      return Globs.isStars(mine);
    }
    for (int i = 0; i < a.size(); i++) {
      if (!Globs.covers(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean meet(String mine, String theirs) {
    List<String> a = Encoded.segments(mine);
    List<String> b = Encoded.segments(theirs);
    if (a.size() != b.size()) {
      return Globs.meet(mine, theirs);
    }
    for (int i = 0; i < a.size(); i++) {
      if (!Globs.meet(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether this resource pattern takes in a resource of the kind whose ARNs are `template` (with
  /// stars for what varies: `arn:*:iam::*:role/*`).
  public Truth meetsKind(String template) {
    String mine = new Encoded().of(text);
    if (template.endsWith(BUCKET) && mine.substring(0, firstStar(mine)).contains("/")) {
      return Truth.FALSE;
    }
    if (meet(mine, template) && !Encoded.hasHole(mine)) {
      return Truth.TRUE;
    }
    if (!meet(Encoded.loosened(mine), template)) {
      return Truth.FALSE;
    }
    List<String> segments = Encoded.segments(mine);
    boolean sure =
        segments.size() == 6
            && Globs.meet(segments.get(2), Encoded.segments(template).get(2))
            && Globs.covers(Encoded.segments(template).get(5), segments.get(5));
    return sure ? Truth.TRUE : Truth.UNKNOWN;
  }

  /// Whether this resource pattern takes in every resource of that kind which a principal has to do
  /// with: a partition is one per deployment, and a fixed account (or a hole in its place) is its
  /// own. A region must be left open; a hole in its place is one fixed region.
  public Truth coversKind(String template) {
    String mine = new Encoded().of(text);
    if (Globs.isStars(mine)) {
      return Truth.TRUE;
    }
    List<String> a = Encoded.segments(mine);
    List<String> kind = Encoded.segments(template);
    if (a.size() != 6) {
      boolean open = Encoded.isOpen(mine) && !isOfAResource();
      return open && meet(Encoded.loosened(mine), template) ? Truth.UNKNOWN : Truth.FALSE;
    }
    boolean account =
        Globs.covers(a.get(4), kind.get(4)) || (Globs.isStars(kind.get(4)) && !a.get(4).isEmpty());
    Truth region = Truth.of(Globs.covers(a.get(3), kind.get(3)));
    return Truth.of(account)
        .and(region)
        .and(part(a.get(2), kind.get(2)))
        .and(part(a.get(5), kind.get(5)));
  }

  private static Truth part(String mine, String kind) {
    if (Globs.covers(mine, kind)) {
      return Truth.TRUE;
    }
    return Encoded.isOpen(mine) && Globs.covers(Encoded.opened(mine), kind)
        ? Truth.UNKNOWN
        : Truth.FALSE;
  }

  /// Whether this resource pattern is not the name of one resource: a wildcard in its last segment.
  public Truth namesMany() {
    String last = Encoded.segments(new Encoded().of(text)).getLast();
    if (!Globs.isLiteral(last)) {
      return Truth.TRUE;
    }
    return Encoded.mayBeMany(last) ? Truth.UNKNOWN : Truth.FALSE;
  }

  /// Whether this resource pattern takes in resources of the kind whose ARNs are `template` and
  /// gives no part of their names: `role/*` and `*` do, `role/app-*` and `bucket/*` do not.
  public Truth leavesNamesOpen(String template) {
    String last = Encoded.segments(new Encoded().of(text)).getLast();
    if (isOfAResource()) {
      return Truth.FALSE;
    }
    if (last.length() == 1 && Encoded.isOpen(last)) {
      return Truth.UNKNOWN.and(meetsKind(template));
    }
    String kind = Encoded.segments(template).getLast();
    boolean open = last.contains("*") && firstStar(last) <= firstStar(kind);
    return meetsKind(template).and(Truth.of(open));
  }

  /// Whether it begins with what another resource of the configuration prints, such as its ARN.
  public boolean isOfAResource() {
    List<Text.Part> parts = text.flat();
    return !parts.isEmpty() && parts.getFirst() instanceof Text.Part.Reference;
  }

  private static int firstStar(String segment) {
    int star = segment.indexOf('*');
    return star < 0 ? segment.length() : star;
  }

  /// Whether this resource pattern is every resource there is: `*`, `arn:*:*:*:*:*`,
  /// `arn:aws:*:*:*:*`. An attribute of another resource is not.
  public Truth isEverything() {
    if (isOfAResource()) {
      return Truth.FALSE;
    }
    String mine = new Encoded().of(text);
    if (Globs.isStars(mine)) {
      return Truth.TRUE;
    }
    List<String> a = Encoded.segments(mine);
    if (a.size() == 6) {
      return a.subList(2, 6).stream()
          .map(segment -> part(segment, "*"))
          .reduce(Truth.TRUE, Truth::and);
    }
    return Encoded.isOpen(mine) && Globs.covers(Encoded.opened(mine), "*")
        ? Truth.UNKNOWN
        : Truth.FALSE;
  }

  /// The service prefix that an ARN pattern names, where it is known and names one; empty else.
  public String service() {
    List<String> a = Encoded.segments(new Encoded().of(text));
    boolean one = a.size() == 6 && Globs.isLiteral(a.get(2)) && !Encoded.hasHole(a.get(2));
    return one ? a.get(2) : "";
  }

  /// The pattern with every hole replaced by a star: it takes in at least what this one can.
  public String loosest() {
    return Encoded.loosened(new Encoded().of(text));
  }

  public Evidence saying(String fact) {
    return new Evidence(origin, fact);
  }

  /// The pattern as shown to users, in backticks.
  public String shown() {
    return sensitivity == Sensitivity.SECRET ? "a secret pattern" : "`" + text + "`";
  }
}
