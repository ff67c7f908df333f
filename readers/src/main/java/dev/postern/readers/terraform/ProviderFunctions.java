package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.STRING;
import static dev.postern.readers.terraform.Parameter.TEXT;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Functions of the AWS provider (Terraform Registry, hashicorp/aws, "Functions").
final class ProviderFunctions {
  private static final List<String> PARTS =
      List.of("partition", "service", "region", "account_id", "resource");

  private ProviderFunctions() {}

  static void add(Map<String, Function> to) {
    to.put(
        "provider::aws::arn_build",
        Function.of(ProviderFunctions::build, TEXT, TEXT, TEXT, TEXT, TEXT));
    to.put("provider::aws::trim_iam_role_path", Function.of(ProviderFunctions::trim, STRING));
    to.put("provider::aws::arn_parse", Function.of(ProviderFunctions::parse, STRING));
  }

  /// The ARN of a role without the path before its name.
  private static Value<Node> trim(Arguments a) {
    String[] sections = a.string(0).split(":", 6);
    boolean role =
        sections.length == 6
            && sections[0].equals("arn")
            && sections[2].equals("iam")
            && sections[3].isEmpty()
            && sections[5].startsWith("role/");
    if (!role) {
      return a.invalid();
    }
    String name = sections[5].substring(sections[5].lastIndexOf('/') + 1);
    sections[5] = "role/" + name;
    return a.string(String.join(":", sections));
  }

  private static Value<Node> build(Arguments a) {
    var pieces = new ArrayList<Text>();
    pieces.add(Text.of("arn", a.here()));
    for (int i = 0; i < a.size(); i++) {
      pieces.add(Text.of(":", a.here()));
      pieces.add(a.text(i));
    }
    return a.known(PartialText.join(pieces));
  }

  private static Value<Node> parse(Arguments a) {
    String[] sections = a.string(0).split(":", 6);
    if (sections.length < 6 || !sections[0].equals("arn")) {
      return a.invalid();
    }
    var fields = new LinkedHashMap<String, Value<Node>>();
    for (int i = 0; i < PARTS.size(); i++) {
      fields.put(PARTS.get(i), a.string(sections[i + 1]));
    }
    return a.known(Node.Fields.of(fields));
  }
}
