package dev.postern.readers.terraform;

import dev.postern.readers.terraform.Type.Collection;
import dev.postern.readers.terraform.Type.Kind;
import dev.postern.readers.terraform.Type.Simple;
import dev.postern.readers.terraform.Type.Structure;
import dev.postern.readers.terraform.Type.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The type that values of several types become where one type is needed (Terraform language, "Type
/// Constraints", "Conversion of Complex Types"; the type unification of HCL's type system).
final class Unification {
  private static final int DEEPEST = 100;

  private Unification() {}

  /// The common type; empty where there is none.
  static Optional<Type> of(List<Type> types) {
    return of(types, 0);
  }

  private static Optional<Type> of(List<Type> types, int depth) {
    List<Type> distinct = types.stream().distinct().toList();
    if (distinct.size() == 1) {
      return Optional.of(distinct.getFirst());
    }
    if (distinct.isEmpty() || depth > DEEPEST) {
      return Optional.empty();
    }
    boolean open = distinct.contains(Simple.ANY);
    List<Type> known = distinct.stream().filter(t -> t != Simple.ANY).toList();
    if (all(known, t -> t.is(Kind.MAP)) || all(known, t -> t.is(Kind.LIST))) {
      return open ? Optional.of(Simple.ANY) : collections(known, depth);
    }
    if (all(known, t -> t.is(Kind.SET))) {
      return open ? Optional.of(Simple.ANY) : collections(known, depth);
    }
    if (all(known, t -> t.is(Kind.MAP) || t instanceof Structure)
        && known.stream().anyMatch(t -> t.is(Kind.MAP))) {
      return mixed(distinct, known.stream().filter(t -> t instanceof Structure).toList(), depth)
          .or(() -> mostGeneral(distinct));
    }
    if (all(known, t -> t.is(Kind.LIST) || t instanceof Tuple)
        && known.stream().anyMatch(t -> t.is(Kind.LIST))) {
      return mixed(distinct, known.stream().filter(t -> t instanceof Tuple).toList(), depth)
          .or(() -> mostGeneral(distinct));
    }
    if (all(known, t -> t instanceof Structure)) {
      return open ? Optional.of(Simple.ANY) : structures(known, depth);
    }
    if (all(known, t -> t instanceof Tuple)) {
      return open ? Optional.of(Simple.ANY) : tuples(known, depth);
    }
    boolean both =
        known.stream().anyMatch(t -> t instanceof Structure)
            && known.stream().anyMatch(t -> t instanceof Tuple);
    return both ? Optional.empty() : mostGeneral(distinct);
  }

  private static boolean all(List<Type> types, java.util.function.Predicate<Type> test) {
    return !types.isEmpty() && types.stream().allMatch(test);
  }

  private static Optional<Type> collections(List<Type> types, int depth) {
    Kind kind = ((Collection) types.getFirst()).kind();
    return of(types.stream().map(t -> ((Collection) t).element()).toList(), depth + 1)
        .map(element -> new Collection(kind, element));
  }

  /// Collections beside objects or tuples, which become collections first.
  private static Optional<Type> mixed(List<Type> types, List<Type> structural, int depth) {
    Optional<Type> collection = asCollection(structural, depth);
    if (collection.isEmpty()) {
      return Optional.empty();
    }
    var all = new ArrayList<Type>(types);
    all.replaceAll(t -> structural.contains(t) ? collection.get() : t);
    return of(all, depth + 1).filter(t -> t instanceof Collection);
  }

  /// Objects as a map or tuples as a list.
  private static Optional<Type> asCollection(List<Type> types, int depth) {
    var elements = new ArrayList<Type>();
    Kind kind = Kind.LIST;
    for (Type type : types) {
      switch (type) {
        case Structure(var attributes, _) -> {
          kind = Kind.MAP;
          elements.addAll(attributes.values());
        }
        case Tuple(var each) -> elements.addAll(each);
        case Simple _, Collection _ -> {}
      }
    }
    Kind found = kind;
    return of(elements, depth + 1)
        .<Type>map(element -> new Collection(found, element))
        .filter(to -> types.stream().allMatch(t -> Conversion.isPossible(t, to)));
  }

  private static Optional<Type> structures(List<Type> types, int depth) {
    var first = (Structure) types.getFirst();
    boolean same =
        types.stream()
            .allMatch(
                t -> ((Structure) t).attributes().keySet().equals(first.attributes().keySet()));
    if (!same) {
      return asCollection(types, depth);
    }
    var attributes = new LinkedHashMap<String, Type>();
    for (String name : first.attributes().keySet()) {
      Optional<Type> attribute =
          of(types.stream().map(t -> ((Structure) t).attributes().get(name)).toList(), depth + 1);
      if (attribute.isEmpty()) {
        return Optional.empty();
      }
      attributes.put(name, attribute.get());
    }
    Type to = Structure.of(attributes);
    return types.stream().allMatch(t -> Conversion.isPossible(t, to))
        ? Optional.of(to)
        : asCollection(types, depth);
  }

  private static Optional<Type> tuples(List<Type> types, int depth) {
    int size = ((Tuple) types.getFirst()).elements().size();
    if (types.stream().anyMatch(t -> ((Tuple) t).elements().size() != size)) {
      return asCollection(types, depth);
    }
    var elements = new ArrayList<Type>();
    for (int i = 0; i < size; i++) {
      int at = i;
      Optional<Type> element =
          of(types.stream().map(t -> ((Tuple) t).elements().get(at)).toList(), depth + 1);
      if (element.isEmpty()) {
        return Optional.empty();
      }
      elements.add(element.get());
    }
    Type to = new Tuple(elements);
    return types.stream().allMatch(t -> Conversion.isPossible(t, to))
        ? Optional.of(to)
        : asCollection(types, depth);
  }

  /// One of the types to which all others convert: a string before other primitives, a list before
  /// a set, anything known before what is not.
  private static Optional<Type> mostGeneral(List<Type> types) {
    return types.stream()
        .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
        .filter(to -> types.stream().allMatch(t -> Conversion.isPossible(t, to)))
        .findFirst();
  }

  private static int rank(Type type) {
    return switch (type) {
      case Simple.STRING -> 0;
      case Simple.NUMBER, Simple.BOOL -> 1;
      case Simple.ANY -> 5;
      case Collection(var kind, _) -> kind == Kind.SET ? 3 : 2;
      case Tuple _, Structure _ -> 4;
    };
  }
}
