package dev.postern.readers.workspace;

import dev.postern.text.SourceFile;
import java.util.List;
import java.util.Locale;

/// Tells from a file's name and text whether it is worth parsing.
final class Content {
  private static final List<String> ENDINGS =
      List.of(".yaml", ".yml", ".json", ".template", ".cfn", ".cform", ".policy", ".tfstate");

  private Content() {}

  static boolean mayBeDocument(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }

  /// Whether the words of a template, a policy, a plan or a state are in it; cheap, and never wrong
  /// about one that is.
  static boolean looksLikeOurs(String text) {
    boolean template =
        text.contains("Resources")
            && (text.contains("AWS::") || text.contains("Custom::") || text.contains("Fn::"));
    boolean policy = text.contains("Statement") && text.contains("Effect");
    return template
        || policy
        || text.contains("AWSTemplateFormatVersion")
        || text.contains("\"terraform_version\"");
  }

  /// JSON begins with a brace or bracket; YAML flow style does as well, and is told by the file's
  /// name.
  static boolean isJson(SourceFile file) {
    String path = file.path().toLowerCase(Locale.ROOT);
    if (path.endsWith(".yaml") || path.endsWith(".yml")) {
      return false;
    }
    String text = file.text().stripLeading();
    return text.startsWith("{") || text.startsWith("[") || text.startsWith("\uFEFF{");
  }
}
