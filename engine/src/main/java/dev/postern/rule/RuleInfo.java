package dev.postern.rule;

import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import java.util.List;

/// A rule as the program knows it: generated from its class when the rules are compiled.
///
/// @param name kebab case
/// @param local whether it looks at one resource at a time
/// @param types the CloudFormation types that it judges
/// @param unless rules that say the same and more about the same evidence
/// @param judge applies it to one resource of one of the types
public record RuleInfo(
    String name,
    String title,
    Severity severity,
    boolean local,
    List<String> types,
    List<String> serves,
    List<String> unless,
    String fix,
    String price,
    Application judge) {

  /// Makes the view of a resource and asks the rule about it.
  @FunctionalInterface
  public interface Application {
    Judgement judge(Resource resource, Cloud cloud);
  }
}
