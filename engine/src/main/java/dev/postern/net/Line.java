package dev.postern.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A set of the numbers from 0 to `last`, as the sorted points at which membership changes.
///
/// The numbers before the first point are outside, those from it to the next point inside, and so
/// on; with an odd number of points the set reaches to `last`. No point is ever behind the end, so
/// the whole of 128 bits needs no 129th. Every operation is one merge of two lists of points.
///
/// INVARIANT: points ascend strictly and are at most `last`, so equal sets have equal points.
final class Line {
  private final Wide last;
  private final Wide[] points;

  /// The numbers from `from` to `to`, both inclusive.
  record Interval(Wide from, Wide to) {}

  @FunctionalInterface
  private interface Rule {
    boolean keeps(boolean inThis, boolean inThat);
  }

  private Line(Wide last, Wide... points) {
    this.last = last;
    this.points = points;
  }

  static Line none(Wide last) {
    return new Line(last);
  }

  static Line all(Wide last) {
    return new Line(last, Wide.ZERO);
  }

  /// The numbers from `from` to `to`, both inclusive; `from <= to <= last`.
  static Line of(Wide last, Wide from, Wide to) {
    return to.equals(last) ? new Line(last, from) : new Line(last, from, to.next());
  }

  boolean isEmpty() {
    return points.length == 0;
  }

  boolean isAll() {
    return points.length == 1 && points[0].equals(Wide.ZERO);
  }

  boolean contains(Wide number) {
    int at = Arrays.binarySearch(points, number);
    int before = at >= 0 ? at + 1 : -at - 1;
    return before % 2 == 1;
  }

  Line union(Line that) {
    if (that.isEmpty() || isAll()) {
      return this;
    }
    return isEmpty() || that.isAll() ? that : merge(that, (a, b) -> a || b);
  }

  Line intersection(Line that) {
    if (isEmpty() || that.isAll()) {
      return this;
    }
    return that.isEmpty() || isAll() ? that : merge(that, (a, b) -> a && b);
  }

  Line minus(Line that) {
    return isEmpty() || that.isEmpty() ? this : merge(that, (a, b) -> a && !b);
  }

  Line complement() {
    return all(last).minus(this);
  }

  private Line merge(Line that, Rule rule) {
    var found = new Wide[points.length + that.points.length];
    int count = 0;
    int i = 0;
    int j = 0;
    boolean inside = false;
    while (i < points.length || j < that.points.length) {
      int order =
          i == points.length
              ? 1
              : j == that.points.length ? -1 : points[i].compareTo(that.points[j]);
      Wide point = order <= 0 ? points[i] : that.points[j];
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      if (rule.keeps(i % 2 == 1, j % 2 == 1) != inside) {
        inside = !inside;
        found[count++] = point;
      }
    }
    return new Line(last, Arrays.copyOf(found, count));
  }

  /// The stretches of the set, ascending, none touching the next.
  List<Interval> intervals() {
    var found = new ArrayList<Interval>((points.length + 1) / 2);
    for (int i = 0; i < points.length; i += 2) {
      found.add(new Interval(points[i], i + 1 < points.length ? points[i + 1].previous() : last));
    }
    return found;
  }

  BigInteger size() {
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < points.length; i++) {
      sum = i % 2 == 0 ? sum.subtract(points[i].exact()) : sum.add(points[i].exact());
    }
    return points.length % 2 == 0 ? sum : sum.add(last.exact()).add(BigInteger.ONE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Line that
        && last.equals(that.last)
        && Arrays.equals(points, that.points);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(points);
  }
}
