package dev.postern.readers.workspace;

import dev.postern.text.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells from a file's name and text whether it is worth parsing.
final class Content {
  private static final List<String> ENDINGS =
      List.of(".yaml", ".yml", ".json", ".template", ".cfn", ".cform", ".policy");

  private Content() {}

  static boolean mayBeDocument(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }

  /// Whether the words of a template or a policy are in it; cheap, and never wrong about one that
  /// is.
  static boolean looksLikeOurs(String text) {
    boolean template =
        text.contains("Resources")
            && (text.contains("AWS::") || text.contains("Custom::") || text.contains("Fn::"));
    boolean policy = text.contains("Statement") && text.contains("Effect");
    return template || policy || text.contains("AWSTemplateFormatVersion");
  }

  /// What a file is, when it is something of Terraform's that has no reader.
  static Optional<String> notReadYet(SourceFile file) {
    String text = file.text();
    if (file.path().endsWith(".tf.json")) {
      return Optional.of("Terraform in JSON syntax");
    }
    if (!text.contains("\"terraform_version\"")) {
      return Optional.empty();
    }
    if (text.contains("\"format_version\"")
        && (text.contains("\"planned_values\"") || text.contains("\"resource_changes\""))) {
      return Optional.of("a Terraform plan (review the folder that it was made from)");
    }
    return text.contains("\"lineage\"") || text.contains("\"serial\"")
        ? Optional.of("a Terraform state (review the folder that it belongs to)")
        : Optional.empty();
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
