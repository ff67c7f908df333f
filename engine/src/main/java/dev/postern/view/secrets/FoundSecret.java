package dev.postern.view.secrets;

import dev.postern.model.Resource;
import dev.postern.model.Strings;
import dev.postern.model.Strings.Leaf;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.secrets.Detection;
import dev.postern.secrets.Secrets;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Sensitivity;
import dev.postern.value.World;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

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

  /// The secrets of all strings of the resource, in the order written.
  public static List<FoundSecret> in(Resource resource) {
    return Strings.of(resource).stream().flatMap(leaf -> in(resource, leaf).stream()).toList();
  }

  private static List<FoundSecret> in(Resource resource, Leaf leaf) {
    String text = shown(leaf.text());
    if (text.isBlank() || isGiven(leaf.origin(), text)) {
      return List.of();
    }
    Optional<String> source = sourceName(leaf.origin());
    List<Detection> found = source.map(name -> Secrets.detect(name, text)).orElse(List.of());
    if (found.isEmpty()) {
      found = Secrets.detect(leaf.name(), text);
    }
    if (found.isEmpty() && leaf.sensitivity() == Sensitivity.SECRET) {
      found = Secrets.detect("password", text);
    }
    String where = source.map(Places::quoted).orElseGet(() -> Places.of(resource.type(), leaf));
    if (found.isEmpty() && leaf.path().endsWith("UserData")) {
      return decoded(text).map(Secrets::scan).orElse(List.of()).stream()
          .map(d -> new FoundSecret(leaf.when(), where, d, leaf.origin()))
          .toList();
    }
    return found.stream()
        .map(d -> new FoundSecret(leaf.when(), where, d, place(leaf, d.start(), d.end())))
        .toList();
  }

  /// The text with `${...}` for what is not known, which detectors take for a reference.
  private static String shown(Text text) {
    var all = new StringBuilder();
    for (Part part : text.flat()) {
      all.append(part instanceof Part.Literal(var known, _) ? known : "${…}");
    }
    return all.toString();
  }

  /// Whether the value was handed to the review: then nobody wrote it into the configuration, and
  /// its place is the name of the parameter.
  private static boolean isGiven(Origin origin, String text) {
    Optional<String> name = sourceName(origin);
    return name.isPresent()
        && origin.source().text().equals(name.get())
        && !name.get().equals(text);
  }

  private static Optional<String> sourceName(Origin origin) {
    return origin instanceof Origin.Through(_, var name, var from)
        ? sourceName(from).or(() -> Optional.of(name))
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

  /// The characters from `start` to `end` of what the leaf shows.
  private static Origin place(Leaf leaf, int start, int end) {
    int at = 0;
    for (Part part : leaf.text().flat()) {
      int length = part instanceof Part.Literal(var known, _) ? known.length() : 4;
      if (start < at + length) {
        Origin exact = slice(part.origin(), length, start - at, Math.min(end - at, length));
        return around(leaf.origin(), exact);
      }
      at += length;
    }
    return leaf.origin();
  }

  private static Origin slice(Origin origin, int length, int from, int to) {
    return switch (origin) {
      case Origin.Written(Span span) when span.length() == length ->
          Origin.written(span.file().span(span.start() + from, span.start() + to));
      case Origin.Through(var use, var name, var source) ->
          new Origin.Through(use, name, slice(source, length, from, to));
      case Origin.Written _, Origin.AwsDefault _ -> origin;
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
