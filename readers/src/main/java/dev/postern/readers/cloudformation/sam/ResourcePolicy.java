package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The policy of a REST API, written as lists of accounts, addresses and VPCs.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-resourcepolicystatement.html">ResourcePolicyStatement</a>
record ResourcePolicy(Definition definition, Stack stack) {
  private static final String POLICY = "x-amazon-apigateway-policy";

  /// Adds the statements about the methods of a path.
  void add(Props written, String path, Value<Node> stage) {
    List<Value<Node>> resources = resources(path, stage);
    addAccounts(written, "AwsAccountWhitelist", "Allow", resources);
    addAccounts(written, "AwsAccountBlacklist", "Deny", resources);
    addAddresses(written, "IpRangeWhitelist", "NotIpAddress", resources);
    addAddresses(written, "IpRangeBlacklist", "IpAddress", resources);
    addNetworks(written, "Blacklist", "StringEquals", resources);
    addNetworks(written, "Whitelist", "StringNotEquals", resources);
  }

  void addOwn(Props written) {
    if (written.has("CustomStatements")) {
      add(written.list("CustomStatements"), written.origin());
    }
  }

  private List<Value<Node>> resources(String path, Value<Node> stage) {
    var all = new ArrayList<Value<Node>>();
    Value<Node> item = definition.paths().get(path);
    if (item == null) {
      return all;
    }
    String end = ApiPath.wild(path);
    for (Value.Case<Node> each : item.cases()) {
      for (String method : Props.of(each.value()).entries().keySet()) {
        boolean isAny = method.equals(Definition.ANY) || method.equalsIgnoreCase("any");
        String verb = isAny ? "*" : method.toUpperCase(Locale.ROOT);
        String pattern = "execute-api:/${stage}/" + verb + end;
        all.add(stack.pattern().fill(pattern, stage.origin(), Map.of("stage", stage)));
      }
    }
    return all;
  }

  private static Props statement(String effect, List<Value<Node>> resources, Origin origin) {
    return Props.none(origin)
        .with("Effect", effect)
        .with("Action", "execute-api:Invoke")
        .with("Resource", resources);
  }

  private void addAccounts(Props written, String key, String effect, List<Value<Node>> resources) {
    if (written.list(key).isEmpty()) {
      return;
    }
    Origin origin = written.find(key).orElseThrow().origin();
    Props principal = Props.none(origin).with("AWS", written.list(key));
    add(List.of(statement(effect, resources, origin).with("Principal", principal).value()), origin);
  }

  private void addAddresses(
      Props written, String key, String operator, List<Value<Node>> resources) {
    if (!written.list(key).isEmpty()) {
      Origin origin = written.find(key).orElseThrow().origin();
      Props addresses = Props.none(origin).with("aws:SourceIp", written.list(key));
      addDenial(operator, addresses, resources);
    }
  }

  private void addNetworks(
      Props written, String list, String operator, List<Value<Node>> resources) {
    var networks = new ArrayList<>(written.list("IntrinsicVpc" + list));
    var endpoints = new ArrayList<>(written.list("IntrinsicVpce" + list));
    for (Value<Node> source : written.list("SourceVpc" + list)) {
      boolean isEndpoint = Props.word(source).filter(w -> w.startsWith("vpce-")).isPresent();
      (isEndpoint ? endpoints : networks).add(source);
    }
    Props condition = Props.none(written.origin());
    condition = networks.isEmpty() ? condition : condition.with("aws:SourceVpc", networks);
    condition = endpoints.isEmpty() ? condition : condition.with("aws:SourceVpce", endpoints);
    if (!condition.isEmpty()) {
      addDenial(operator, condition, resources);
    }
  }

  /// Everyone may call, but those are denied that the condition meets.
  private void addDenial(String operator, Props condition, List<Value<Node>> resources) {
    Origin origin = condition.origin();
    Props allow = statement("Allow", resources, origin).with("Principal", "*");
    Props deny =
        statement("Deny", resources, origin)
            .with("Principal", "*")
            .with("Condition", Props.none(origin).with(operator, condition));
    add(List.of(allow.value(), deny.value()), origin);
  }

  private void add(List<Value<Node>> statements, Origin origin) {
    definition.change(head ->
        head.changing(
            POLICY,
            policy ->
                policy
                    .with("Version", Props.text("2012-10-17", origin))
                    .with("Statement", policy.list("Statement"))
                    .adding("Statement", statements)));
  }
}
