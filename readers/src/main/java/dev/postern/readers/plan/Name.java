package dev.postern.readers.plan;

import java.util.ArrayList;
import java.util.List;

/// A reference cut at its dots, those within brackets aside: `module.m["a.b"].out` is `module`,
/// `m["a.b"]`, `out`.
record Name(List<String> steps) {

  static Name of(String reference) {
    var steps = new ArrayList<String>();
    var step = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < reference.length(); i++) {
      char c = reference.charAt(i);
      quoted ^= c == '"' && (i == 0 || reference.charAt(i - 1) != '\\');
      if (c == '.' && !quoted) {
        steps.add(step.toString());
        step.setLength(0);
      } else {
        step.append(c);
      }
    }
    steps.add(step.toString());
    return new Name(List.copyOf(steps));
  }

  /// An address with the indices left out.
  static String withoutKeys(String address) {
    return address.replaceAll("\\[(\"(\\\\.|[^\"\\\\])*\"|[^\\]\"]*)\\]", "");
  }

  /// Which step is the name of a resource, or of a data source, whose type stands before it.
  int resource() {
    return step(0).equals("data") ? 2 : 1;
  }

  /// The last word of a name, in the singular.
  static String lastWord(String name) {
    String word = name.substring(name.lastIndexOf('_') + 1);
    return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
  }

  /// What an argument that holds an id or ARN names: `subnet` of `subnet_ids`, `key` of
  /// `kms_key_arn`.
  static String thing(String argument) {
    return lastWord(argument.replaceAll("_(id|arn)s?$", ""));
  }

  /// A step without its index; empty where there is none.
  String step(int i) {
    String step = i < steps.size() ? steps.get(i) : "";
    int bracket = step.indexOf('[');
    return bracket < 0 ? step : step.substring(0, bracket);
  }

  /// The index of a step with its brackets, or empty.
  String index(int i) {
    String step = i < steps.size() ? steps.get(i) : "";
    return step.substring(step(i).length());
  }
}
