package dev.postern.readers.cloudformation;

import dev.postern.model.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/// The loop variables that hold in a part of a template, with what they stand for.
record Scope(Map<String, Text> loops) {
  static final Scope TOP = new Scope(Map.of());

  Scope with(String name, Text value) {
    var all = new LinkedHashMap<>(loops);
    all.put(name, value);
    return new Scope(all);
  }
}
