package dev.postern.view.secrets;

import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.Strings;
import dev.postern.model.Strings.Leaf;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.model.Unit;
import dev.postern.secrets.Detection;
import dev.postern.secrets.Secrets;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Sensitivity;
import dev.postern.value.World;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A secret that stands in plain text in the configuration.
///
/// A secret that is used by reference is found at its source and named after it, so that all its
/// uses are one secret.
///
/// @param when the world in which it stands there
/// @param where what it stands in, in words: environment variable `API_KEY`
/// @param origin the characters of the secret, where they can be told apart from those around them
public record FoundSecret(World when, String where, Detection detection, Origin origin) {
  private static final int SHORTEST_BASE64 = 24;
  private static final String HOLE = "${…}";
  private static final List<String> INPUTS = List.of("var.", "local.", "each.", "module.");

  /// The secrets of all strings of the resource, in the order written. What a template or root
  /// folder declares is named as it is there.
  public static List<FoundSecret> in(Resource resource, Cloud cloud) {
    List<FoundSecret> found = cloud.view(WrittenSecrets.TYPE, resource).all();
    if (found.isEmpty() || Declarations.TYPE.types().contains(resource.type())) {
      return found;
    }
    List<WrittenSecrets> declared = WrittenSecrets.beside(resource, cloud);
    return found.stream().map(secret -> secret.declaredBy(declared)).toList();
  }

  /// The places of all secrets of the cloud, which no report may show.
  public static Map<SourceFile, List<Span>> places(Cloud cloud) {
    var all = new LinkedHashMap<SourceFile, Set<Span>>();
    for (Resource resource : cloud.resources()) {
      for (FoundSecret found : cloud.view(WrittenSecrets.TYPE, resource).all()) {
        Span place = found.origin().source();
        all.computeIfAbsent(place.file(), _ -> new LinkedHashSet<>()).add(place);
      }
    }
    var places = new LinkedHashMap<SourceFile, List<Span>>();
    all.forEach((file, spans) -> places.put(file, List.copyOf(spans)));
    return places;
  }

  private FoundSecret declaredBy(List<WrittenSecrets> declared) {
    return declared.stream()
        .flatMap(holder -> holder.at(origin.source()).stream())
        .findFirst()
        .map(same -> new FoundSecret(when, same.where(), same.detection(), origin))
        .orElse(this);
  }

  static List<FoundSecret> in(Resource resource) {
    return Strings.of(resource).stream().flatMap(leaf -> in(resource, leaf).stream()).toList();
  }

  private static List<FoundSecret> in(Resource resource, Leaf leaf) {
    String text = shown(leaf.text());
    Optional<String> source = sourceName(leaf.origin());
    if (text.isBlank()
        || isGiven(leaf.origin(), text)
        || source.filter(name -> isAttribute(resource, name)).isPresent()) {
      return List.of();
    }
    List<Detection> found = source.map(name -> Secrets.detect(name, text)).orElse(List.of());
    if (found.isEmpty()) {
      found = Secrets.detect(leaf.name(), text);
    }
    boolean declared = leaf.sensitivity() == Sensitivity.SECRET && source.isPresent();
    if (found.isEmpty() && declared) {
      found = Secrets.detect("password", text);
    }
    String where = source.map(Places::quoted).orElseGet(() -> Places.of(resource.type(), leaf));
    if (found.isEmpty() && leaf.path().endsWith("UserData")) {
      return decoded(text).stream()
          .flatMap(plain ->
              Secrets.scan(plain).stream()
                  .map(d ->
                      new FoundSecret(leaf.when(), where, d, narrowed(leaf.origin(), plain, d))))
          .toList();
    }
    return found.stream()
        .map(d -> new FoundSecret(leaf.when(), where, d, place(leaf, text, d)))
        .toList();
  }

  /// The text with `${…}` for what is not known, which detectors take for a reference. So they do
  /// for attributes of other resources: their secrets are found there.
  private static String shown(Text text) {
    var all = new StringBuilder();
    for (Part part : text.parts()) {
      all.append(part instanceof Part.Literal(var known, _) ? known : HOLE);
    }
    return all.toString();
  }

  /// Whether a name of Terraform's is an attribute of a resource.
  private static boolean isAttribute(Resource resource, String name) {
    return resource.unit().kind() == Unit.Kind.TERRAFORM
        && INPUTS.stream().noneMatch(name::startsWith);
  }

  /// Whether the value was handed to the review: then nobody wrote it into the configuration, and
  /// its place is the name of the parameter.
  private static boolean isGiven(Origin origin, String text) {
    Optional<String> name = sourceName(origin);
    return name.isPresent()
        && origin.source().text().equals(name.get())
        && !name.get().equals(text);
  }

  /// What the value is taken from, as it is named where it is declared; a call names nothing.
  private static Optional<String> sourceName(Origin origin) {
    return origin instanceof Origin.Through(_, var name, var from)
        ? sourceName(from).or(() -> Optional.of(name).filter(n -> !n.contains("(")))
        : Optional.empty();
  }

  private static Optional<String> decoded(String text) {
    if (text.length() < SHORTEST_BASE64) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// Where the secret stands in the source.
  private static Origin place(Leaf leaf, String text, Detection detection) {
    String secret = text.substring(detection.start(), detection.end());
    int at = 0;
    for (Part part : leaf.text().parts()) {
      int length = part instanceof Part.Literal(var known, _) ? known.length() : HOLE.length();
      if (detection.start() < at + length) {
        return around(
            leaf.origin(), narrowed(part.origin(), length, detection.start() - at, secret));
      }
      at += length;
    }
    return leaf.origin();
  }

  private static Origin narrowed(Origin origin, String whole, Detection detection) {
    String secret = whole.substring(detection.start(), detection.end());
    return narrowed(origin, whole.length(), detection.start(), secret);
  }

  /// The characters of `secret` alone, where they are written as they are, `from` characters into a
  /// string of `length`, or once within quotes.
  private static Origin narrowed(Origin origin, int length, int from, String secret) {
    return switch (origin) {
      case Origin.Written(Span span) -> {
        String written = span.text();
        int at = span.length() == length ? from : written.indexOf(secret);
        yield at >= 0 && written.startsWith(secret, at)
            ? Origin.written(
                span.file().span(span.start() + at, span.start() + at + secret.length()))
            : origin;
      }
      case Origin.Through(var use, var name, var source) ->
          new Origin.Through(use, name, narrowed(source, length, from, secret));
      case Origin.AwsDefault _ -> origin;
    };
  }

  /// `inner` seen through the uses that `outer` tells of.
  private static Origin around(Origin outer, Origin inner) {
    return inner instanceof Origin.Written
            && outer instanceof Origin.Through(var use, var name, var from)
        ? new Origin.Through(use, name, around(from, inner))
        : inner;
  }
}
