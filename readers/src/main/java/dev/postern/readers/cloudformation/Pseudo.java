package dev.postern.readers.cloudformation;

import dev.postern.model.Form;
import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import dev.postern.value.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parameters that AWS itself gives to every stack.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html">pseudo
///   parameters</a>
final class Pseudo {
  static final List<String> NAMES =
      List.of(
          "AWS::AccountId",
          "AWS::NoValue",
          "AWS::NotificationARNs",
          "AWS::Partition",
          "AWS::Region",
          "AWS::StackId",
          "AWS::StackName",
          "AWS::URLSuffix");

  /// Accounts, partitions, regions, names of stacks and suffixes of hosts.
  private static final Form WORD = Form.of("[A-Za-z0-9.-]+", 1, Integer.MAX_VALUE);

  private final String prefix;
  private final Map<String, String> given;

  Pseudo(Inputs inputs, Stack stack) {
    prefix = stack.prefix();
    given = new HashMap<>(inputs.parameters());
    if (stack.handed().isPresent()) {
      given.keySet().removeIf(name -> name.startsWith("AWS::Stack"));
    }
  }

  /// What the pseudo parameter is, used at `use`; nothing when there is none of this name.
  Optional<Value<Node>> value(String name, Span use) {
    Origin origin = Origin.written(use);
    Optional<String> known = known(name);
    if (known.isPresent()) {
      return Optional.of(Value.known(Text.of(known.get(), origin), origin));
    }
    return switch (name) {
      case "AWS::NoValue" -> Optional.of(Value.absent(origin));
      case "AWS::NotificationARNs" ->
          Optional.of(
              Value.known(new Node.Items(List.of(), Optional.of(reason(name, prefix))), origin));
      case "AWS::AccountId",
          "AWS::Partition",
          "AWS::Region",
          "AWS::StackId",
          "AWS::StackName",
          "AWS::URLSuffix" ->
          Optional.of(Value.known(hole(name, prefix, origin), origin));
      default -> Optional.empty();
    };
  }

  /// The variable that is meant by what is not known, when it is a pseudo parameter.
  static Optional<Variable> variable(Reason reason) {
    return NAMES.stream().anyMatch(name -> isOf(reason.what(), name))
        ? Optional.of(new Variable(reason.what(), List.of()))
        : Optional.empty();
  }

  /// What is not known of a stack begins with the stack.
  private static boolean isOf(String what, String name) {
    return what.equals(name) || what.endsWith("/" + name) || what.endsWith("::" + name);
  }

  /// Whether what is not known is sure not to hold `delimiter`.
  static boolean isWithout(Reason reason, String delimiter) {
    return switch (reason.what()) {
      case "AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::StackName" ->
          !delimiter.matches("[A-Za-z0-9-]*");
      default -> false;
    };
  }

  /// What a pseudo parameter that is the same for all stacks prints where it is not known.
  static Text hole(String name, Origin origin) {
    return hole(name, "", origin);
  }

  private static Text hole(String name, String prefix, Origin origin) {
    return Text.of(
        List.of(
            new Text.Part.Hole(
                reason(name, prefix),
                origin,
                Sensitivity.PLAIN,
                name.equals("AWS::StackId") ? Form.ANY : WORD)));
  }

  private static Reason reason(String name, String prefix) {
    boolean isOfStack = name.startsWith("AWS::Stack") || name.equals("AWS::NotificationARNs");
    return isOfStack
        ? new Reason(Reason.Kind.APPLY, prefix + name)
        : new Reason(Reason.Kind.EXTERNAL, name);
  }

  /// Partition and suffix follow from a region that is given
  /// (<https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>).
  private Optional<String> known(String name) {
    String region = given.getOrDefault("AWS::Region", "");
    String value = given.getOrDefault(name, "");
    if (value.isEmpty() && !region.isEmpty() && name.equals("AWS::Partition")) {
      value =
          region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
    if (value.isEmpty() && !region.isEmpty() && name.equals("AWS::URLSuffix")) {
      value = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    }
    return value.isEmpty() || name.equals("AWS::NoValue") ? Optional.empty() : Optional.of(value);
  }
}
