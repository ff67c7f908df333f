package dev.postern.rules.lambda;

import dev.postern.model.Text;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import dev.postern.view.lambda.Function;
import dev.postern.view.lambda.Runtimes;

/// After its deprecation a runtime gets no security patches, and later neither updates nor new
/// functions are possible. The dates are those of AWS's page on Lambda runtimes.
///
/// ```yaml finding
/// Resources:
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       Runtime: python3.7 # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       Runtime: python3.13
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Version: {Type: String}
/// Resources:
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       Runtime: !Sub "python${Version}"
/// ```
///
/// ```hcl finding
/// resource "aws_lambda_function" "api" {
///   runtime = "nodejs14.x" # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_lambda_function" "api" {
///   runtime = "nodejs22.x"
/// }
/// ```
@Rule(
    title = "function runs on a runtime that AWS no longer patches",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "move to a supported version of the runtime",
    price = "the code may need changes for the newer version")
public final class FunctionWithDeprecatedRuntime implements LocalCheck<Function> {
  @Override
  public Judgement judge(Function function) {
    Value<Text> runtime = function.runtime().text();
    String since =
        runtime
            .sole()
            .flatMap(Text::literal)
            .flatMap(Runtimes::deprecated)
            .map(day -> "deprecated since " + day)
            .orElse("deprecated");
    return Judgement.of(runtime.decide(FunctionWithDeprecatedRuntime::isDeprecated).saying(since));
  }

  private static Truth isDeprecated(Text runtime) {
    return runtime
        .literal()
        .map(known -> Truth.of(Runtimes.deprecated(known).isPresent()))
        .orElse(Truth.UNKNOWN);
  }
}
