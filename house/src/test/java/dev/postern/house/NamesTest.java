package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Names are nouns of the field and plain verbs, and classes are closed.
final class NamesTest {
  private static final Pattern TYPE =
      Pattern.compile("(Impl|Manager|Utils?|Utilities|Helpers?|Abstract)(?![a-z])");
  private static final Pattern GETTER = Pattern.compile("get[A-Z].*");

  @Test
  void typesSayWhatTheyAre() {
    assertThat(Classes.all())
        .extracting(Classes::nameOf)
        .noneMatch(name -> TYPE.matcher(name).find());
  }

  @Test
  void questionsHaveNoPrefix() throws ClassNotFoundException {
    var found = new TreeSet<String>();
    for (ClassModel model : Classes.all()) {
      for (MethodModel method : model.methods()) {
        String name = method.methodName().stringValue();
        if (GETTER.matcher(name).matches() && !isInherited(model, name)) {
          found.add(Classes.nameOf(model) + "." + name);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  /// Whether a supertype, which may be another's, asks for a method of that name.
  private static boolean isInherited(ClassModel model, String method)
      throws ClassNotFoundException {
    String name = model.thisClass().asInternalName().replace('/', '.');
    Class<?> type = Class.forName(name, false, NamesTest.class.getClassLoader());
    return type.getSuperclass() != null
        && List.of(type.getSuperclass().getMethods()).stream()
            .anyMatch(inherited -> inherited.getName().equals(method));
  }

  @Test
  void topLevelClassesAreFinalOrSealed() {
    assertThat(Classes.all())
        .filteredOn(model -> !isNested(model) && !isClosed(model))
        .extracting(Classes::nameOf)
        .isEmpty();
  }

  private static boolean isNested(ClassModel model) {
    return model.attributes().stream()
        .filter(InnerClassesAttribute.class::isInstance)
        .flatMap(a -> ((InnerClassesAttribute) a).classes().stream())
        .map(inner -> inner.innerClass().asSymbol())
        .anyMatch((ClassDesc inner) -> inner.equals(model.thisClass().asSymbol()));
  }

  private static boolean isClosed(ClassModel model) {
    var flags = model.flags();
    return flags.has(AccessFlag.FINAL)
        || flags.has(AccessFlag.INTERFACE)
        || flags.has(AccessFlag.ENUM)
        || model.attributes().stream().anyMatch(PermittedSubclassesAttribute.class::isInstance);
  }
}
