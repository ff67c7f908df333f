package dev.postern.readers.cloudformation.sam;

import dev.postern.value.Origin;
import java.util.Optional;

/// The URL of a function. One without authorization comes with the permissions for everyone to call
/// it.
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html">function URL auth</a>
record FunctionUrl(Target target, Props config, Stack stack) {

  void make() {
    String id = target.id();
    Origin origin = config.origin();
    Props url =
        Props.none(origin)
            .taking(config, "AuthType", "Cors", "InvokeMode")
            .with("TargetFunctionArn", target.name(origin));
    stack.add(target.resource(), id + "Url", "AWS::Lambda::Url", url);
    // INVARIANT: what a reference gives is not known to the transform
    if (!config.find("AuthType").flatMap(LogicalId::written).equals(Optional.of("NONE"))) {
      return;
    }
    Props permission =
        Props.none(config.find("AuthType").orElseThrow().origin())
            .with("FunctionName", target.name(origin))
            .with("Principal", "*");
    add(
        id + "UrlPublicPermissions",
        permission
            .with("Action", "lambda:InvokeFunctionUrl")
            .with("FunctionUrlAuthType", config.find("AuthType")));
    add(
        id + "URLInvokeAllowPublicAccess",
        permission.with("Action", "lambda:InvokeFunction").with("InvokedViaFunctionUrl", true));
  }

  private void add(String id, Props permission) {
    stack.add(target.resource(), id, "AWS::Lambda::Permission", permission);
  }
}
