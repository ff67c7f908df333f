package dev.postern.readers.cloudformation.sam;

/// Paths of methods as ARNs name them.
final class ApiPath {
  private ApiPath() {}

  /// The path with each parameter, such as `{id}` or `{proxy+}`, replaced by `*`.
  static String wild(String path) {
    return path.replaceAll("\\{[A-Za-z0-9._-]+\\+?\\}", "*");
  }

  /// API Gateway takes no notice of a slash at the end.
  static String inArn(String path) {
    return wild(path.replaceFirst("^(.+)/$", "$1"));
  }
}
