package dev.postern.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/// A rule as its author wrote it.
///
/// @param view the class of the view that it judges
/// @param local whether it implements `LocalCheck`
/// @param prose the doc comment: Markdown with examples
/// @param facts the annotation's elements by name
record RuleSource(
    String name,
    String packageName,
    String className,
    String view,
    boolean local,
    boolean isFinal,
    String prose,
    Map<String, Object> facts) {
  private static final Pattern ID = Pattern.compile("F(0\\d|1[0-3])|C(0\\d|1[0-6])|P[123]\\.[123]");
  private static final int TITLE = 72;
  private static final int EXAMPLE = 15;
  private static final List<String> NEEDED =
      List.of("yaml finding", "yaml clean", "hcl finding", "hcl clean");

  static RuleSource of(TypeElement type, String prose) {
    String qualified = type.getQualifiedName().toString();
    int dot = qualified.lastIndexOf('.');
    String view = "";
    boolean local = false;
    for (TypeMirror implemented : type.getInterfaces()) {
      DeclaredType declared = (DeclaredType) implemented;
      String check = declared.asElement().getSimpleName().toString();
      if (check.equals("LocalCheck") || check.equals("CloudCheck")) {
        local = check.equals("LocalCheck");
        view = declared.getTypeArguments().getFirst().toString();
      }
    }
    return new RuleSource(
        kebab(qualified.substring(dot + 1)),
        qualified.substring(0, dot),
        qualified,
        view,
        local,
        type.getModifiers().contains(Modifier.FINAL),
        prose.isBlank() ? "" : prose.stripTrailing() + "\n",
        elements(type));
  }

  private static Map<String, Object> elements(TypeElement type) {
    var found = new TreeMap<String, Object>();
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      mirror
          .getElementValues()
          .forEach((key, value) -> found.put(key.getSimpleName().toString(), plain(value)));
    }
    return found;
  }

  private static Object plain(AnnotationValue value) {
    return value.getValue() instanceof List<?> list
        ? list.stream().map(v -> ((AnnotationValue) v).getValue().toString()).toList()
        : value.getValue().toString();
  }

  private static String kebab(String className) {
    return className
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  String text(String element) {
    return facts.getOrDefault(element, "").toString();
  }

  List<String> serves() {
    return list("serves");
  }

  List<String> list(String element) {
    return facts.get(element) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  /// What the house rules forbid, one sentence each.
  List<String> faults() {
    var faults = new ArrayList<String>();
    if (!isFinal || view.isEmpty()) {
      faults.add("a rule is a final class that implements LocalCheck or CloudCheck");
    }
    String title = text("title");
    if (title.isEmpty() || title.length() > TITLE || title.endsWith(".")) {
      faults.add("a rule's title has at most " + TITLE + " characters and no final period");
    }
    if (title.contains("should") || title.contains("potentially")) {
      faults.add("a rule's title claims; it does not say should or potentially");
    }
    serves().stream()
        .filter(id -> !ID.matcher(id).matches())
        .forEach(id -> faults.add("no requirement has the id " + id));
    if (prose.isBlank() || prose.startsWith("```")) {
      faults.add("a rule begins with prose that says why it matters");
    }
    exampleFaults(faults);
    return faults;
  }

  private void exampleFaults(List<String> faults) {
    List<Example> examples = Example.all(prose);
    for (String needed : NEEDED) {
      if (examples.stream().noneMatch(e -> e.label().equals(needed))) {
        faults.add("a rule has an example marked ```" + needed);
      }
    }
    for (Example example : examples) {
      if (example.lines() > EXAMPLE) {
        faults.add("an example has at most " + EXAMPLE + " lines: " + example.label());
      }
    }
  }
}
