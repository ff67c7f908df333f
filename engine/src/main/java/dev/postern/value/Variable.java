package dev.postern.value;

import java.util.List;

/// Something whose value decides which world we are in: a parameter, a variable, a condition.
///
/// @param name as shown to users: `Env`, `var.enabled`
/// @param domain every value that it can have, or empty when the values are not known
public record Variable(String name, List<String> domain) implements Comparable<Variable> {

  public Variable {
    domain = List.copyOf(domain);
  }

  @Override
  public int compareTo(Variable that) {
    if (this == that) {
      return 0;
    }
    int byName = name.compareTo(that.name);
    return byName != 0 ? byName : domain.toString().compareTo(that.domain.toString());
  }
}
