package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.Optional;
import java.util.regex.Matcher;

/// Where code, layers and definitions lie: SAM takes a map or an `s3://bucket/key?versionId=...`.
final class S3Location {
  private static final java.util.regex.Pattern URI =
      java.util.regex.Pattern.compile("s3://([^/]+)/([^?]+)(?:\\?versionId=(.*))?");

  private S3Location() {}

  /// The properties that CloudFormation takes for a location.
  ///
  /// @param prefix stands before the names of the keys, as in `S3Bucket`
  /// @return nothing where it is a path that packaging has yet to replace
  static Optional<Value<Node>> of(Value<Node> uri, String prefix) {
    boolean isMap = uri instanceof Value.Known<Node>(Node.Fields _, _, _);
    Props parts = isMap ? Props.of(uri) : parts(uri);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Props.none(uri.origin())
            .with(prefix + "Bucket", parts.find("Bucket"))
            .with(prefix + "Key", parts.find("Key"))
            .with(prefix.isEmpty() ? "Version" : prefix + "ObjectVersion", parts.find("Version"))
            .value());
  }

  private static Props parts(Value<Node> uri) {
    Origin origin = uri.origin();
    Props none = Props.none(origin);
    Optional<Matcher> found = Props.word(uri).map(URI::matcher).filter(Matcher::matches);
    if (found.isEmpty()) {
      return none;
    }
    Props parts = none.with("Bucket", found.get().group(1)).with("Key", found.get().group(2));
    return found.get().group(3) == null ? parts : parts.with("Version", found.get().group(3));
  }
}
