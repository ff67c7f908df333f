package dev.postern.readers.plan;

import java.util.List;

/// An attribute of a resource instance that an expression mentions.
record Target(String address, String attribute) {

  /// Whether an argument that mentions it is its value, and not a text around it: `vpc_id` mentions
  /// an `id`, `role` an attribute of a role. The id of a key may be its ARN.
  boolean isTaken(String argument) {
    String last = Name.lastWord(attribute);
    String thing = address.replaceAll("\\[[^\\]]*\\]", "");
    String type = thing.substring(0, Math.max(0, thing.lastIndexOf('.')));
    String named = argument.endsWith("key_id") ? Name.thing(argument) : Name.lastWord(argument);
    return Name.lastWord(argument).equals(last)
        || (List.of("id", "arn", "name").contains(last)
            && named.equals(Name.lastWord(type.substring(type.lastIndexOf('.') + 1))));
  }
}
