package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.value.Origin;
import dev.postern.value.Value;

/// The version that SAM publishes with each change of the code, and the alias that follows it.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html">gradual
///   deployments</a>
record Versions(Resource resource, Props sam, Stack stack) {

  /// Makes both; events then call the alias.
  Target make(Target target) {
    String id = target.id();
    Value<Node> alias = sam.find("AutoPublishAlias").orElseThrow();
    Origin origin = alias.origin();
    String versionId = id + "Version";
    String aliasId =
        id + "Alias" + Props.word(alias).orElse("").replace("-", "D").replace("_", "U");
    Props version =
        Props.none(origin)
            .with("FunctionName", Props.reference(id, "Ref", origin))
            .with("Description", sam.find("VersionDescription"));
    if (sam.has("CapacityProviderConfig")) {
      version = version.taking(sam, "FunctionScalingConfig");
    }
    stack.add(resource, versionId, "AWS::Lambda::Version", version);
    stack.add(
        resource,
        aliasId,
        "AWS::Lambda::Alias",
        Props.none(origin)
            .with("Name", alias)
            .with("FunctionName", Props.reference(id, "Ref", origin))
            .with("FunctionVersion", Props.reference(versionId, "Version", origin))
            .taking(sam, "ProvisionedConcurrencyConfig"));
    stack.name(id + ".Version", versionId);
    stack.name(id + ".Alias", aliasId);
    describe(id);
    return target.as(aliasId);
  }

  /// A hash of the code is told in the description, so that a change of it changes the function.
  private void describe(String id) {
    sam.find("AutoPublishCodeSha256")
        .ifPresent(hash -> {
          Value<Node> description =
              sam.find("Description")
                  .map(text ->
                      stack
                          .pattern()
                          .fill(
                              "${text} ${hash}",
                              text.origin(),
                              java.util.Map.of("text", text, "hash", hash)))
                  .orElse(hash);
          stack.change(id, function -> function.with("Description", description));
        });
  }
}
