package dev.postern.readers.terraform;

import dev.postern.model.Form;
import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Block;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Data sources: those that can be known without asking AWS, and the others as what they are,
/// unknown but for the arguments given to them.
final class DataSources {
  /// Those that say where the provider works, and so the same in all modules that share it.
  private static final Set<String> OF_THE_PROVIDER =
      Set.of(
          "aws_caller_identity",
          "aws_region",
          "aws_partition",
          "aws_default_tags",
          "aws_service_principal",
          "aws_availability_zones");

  /// Those that are known with the provider's region.
  private static final Set<String> REGIONAL = Set.of("aws_region", "aws_partition");

  /// Attributes that are one word: an account, a partition, a region.
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "aws_caller_identity", List.of("account_id"),
          "aws_region", List.of("id", "name", "region"),
          "aws_partition", List.of("id", "partition"));

  private static final Form WORD = Form.of("[a-z0-9-]+", 1, Integer.MAX_VALUE);

  private final Project project;

  DataSources(Project project) {
    this.project = project;
  }

  /// @param own the address inside its module
  /// @param body the arguments
  Value<Node> value(Block block, String own, Node.Fields body, ModuleInstance module) {
    Origin here = Origin.written(block.header());
    String type = block.labels().getFirst().text();
    Providers.Provider provider = Providers.of(module).of(block);
    boolean shared = OF_THE_PROVIDER.contains(type) && provider.isMain();
    String address = shared ? own : module.place().address() + own;
    SequencedMap<String, Value<Node>> known = new LinkedHashMap<>();
    body.entries()
        .forEach((name, value) -> {
          if (!(value instanceof Value.Absent)) {
            known.put(name, value);
          }
        });
    if (type.equals("aws_iam_policy_document")) {
      known.putAll(document(body, here));
    }
    if (REGIONAL.contains(type)) {
      provider
          .region()
          .get()
          .flatMap(Nodes::string)
          .ifPresent(region -> located(type, region, here).forEach(known::putIfAbsent));
    }
    for (String name : WORDS.getOrDefault(type, List.of())) {
      known.putIfAbsent(name, Value.known(word(address + "." + name, here), here));
    }
    return Value.known(
        new Node.Fields(known, Optional.of(new Reason(Reason.Kind.EXTERNAL, address))), here);
  }

  /// What a region tells of itself and its partition (AWS General Reference, "ARNs", "Regional
  /// endpoints").
  private static Map<String, Value<Node>> located(String type, String region, Origin here) {
    String partition =
        region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    boolean isolated = region.contains("-iso") || region.startsWith("eusc-");
    if (isolated) {
      return Map.of();
    }
    String domain = partition.equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
    Map<String, String> texts =
        type.equals("aws_region")
            ? Map.of(
                "id",
                region,
                "name",
                region,
                "region",
                region,
                "endpoint",
                "ec2." + region + "." + domain)
            : Map.of(
                "id",
                partition,
                "partition",
                partition,
                "dns_suffix",
                domain,
                "reverse_dns_prefix",
                partition.equals("aws-cn") ? "cn.com.amazonaws" : "com.amazonaws");
    var all = new LinkedHashMap<String, Value<Node>>();
    texts.forEach((name, text) -> all.put(name, Value.known(Text.of(text, here), here)));
    return all;
  }

  private static Text word(String name, Origin here) {
    var reason = new Reason(Reason.Kind.EXTERNAL, name);
    return Text.of(List.of(new Text.Part.Hole(reason, here, Sensitivity.PLAIN, WORD)));
  }

  private SequencedMap<String, Value<Node>> document(Node.Fields body, Origin here) {
    Value<Node> text = Terraform.policyDocument(body, here, project::report);
    var attributes = new LinkedHashMap<String, Value<Node>>();
    for (String name : new String[] {"json", "minified_json"}) {
      attributes.put(name, text);
    }
    return attributes;
  }

  static Value<Node> encoded(Value<Node> document, Origin here) {
    return document.flatMap(node ->
        Value.known(Text.of(List.of(new Text.Part.Json(Value.known(node, here), here))), here));
  }
}
