package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the assembly of the distribution does to pattern switches and records: nothing that shows.
final class DesugarTest {
  private static final String SAMPLES = DesugarSamples.class.getName();

  @TempDir Path directory;
  private ClassHierarchyResolver hierarchy = ClassHierarchyResolver.defaultResolver();
  private UnaryOperator<byte[]> desugar = UnaryOperator.identity();

  /// `Desugar` is run from source otherwise, so nothing has compiled it.
  @BeforeEach
  @SuppressWarnings("unchecked")
  void compile() throws IOException, ReflectiveOperationException {
    String source = Project.ROOT.resolve("fronts/cli/src/build/Desugar.java").toString();
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", directory.toString(), source);
    assertThat(exit).isZero();
    hierarchy =
        ClassHierarchyResolver.ofResourceParsing(DesugarTest.class.getClassLoader()).cached();
    var constructor =
        new Definer(classes(directory))
            .loadClass("Desugar")
            .getDeclaredConstructor(ClassHierarchyResolver.class);
    constructor.setAccessible(true);
    desugar = (UnaryOperator<byte[]>) constructor.newInstance(hierarchy);
  }

  /// Defines the classes that it is given, by name, and has all others from the platform.
  private static final class Definer extends ClassLoader {
    private final Map<String, byte[]> classes;

    Definer(Map<String, byte[]> classes) {
      super(ClassLoader.getPlatformClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] type = classes.get(name);
      if (type == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, type, 0, type.length);
    }
  }

  /// All class files below a folder.
  private static Map<String, byte[]> classes(Path folder) throws IOException {
    var classes = new TreeMap<String, byte[]>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        byte[] type = Files.readAllBytes(file);
        String name = ClassFile.of().parse(type).thisClass().asInternalName().replace('/', '.');
        classes.put(name, type);
      }
    }
    return classes;
  }

  private static Map<String, byte[]> samples() throws IOException, URISyntaxException {
    var own = DesugarTest.class.getProtectionDomain().getCodeSource().getLocation();
    Map<String, byte[]> classes = classes(Path.of(own.toURI()));
    classes.keySet().removeIf(name -> !name.startsWith(SAMPLES));
    return classes;
  }

  private Map<String, byte[]> desugared() throws IOException, URISyntaxException {
    Map<String, byte[]> classes = samples();
    classes.replaceAll((_, type) -> desugar.apply(type));
    return classes;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<String>> results(Map<String, byte[]> classes, int[][] arrays)
      throws ReflectiveOperationException {
    var constructor = new Definer(classes).loadClass(SAMPLES).getDeclaredConstructor();
    constructor.setAccessible(true);
    return ((Function<int[][], Map<String, List<String>>>) constructor.newInstance()).apply(arrays);
  }

  @Test
  void resultsStayTheSame() throws Exception {
    int[][] arrays = {{1}, {1}};
    Map<String, List<String>> before = results(samples(), arrays);
    assertThat(before).hasSizeGreaterThan(9).allSatisfy((_, list) -> assertThat(list).hasSize(27));
    assertThat(results(desugared(), arrays)).isEqualTo(before);
  }

  @Test
  void onlyCallsWhoseLabelsAreNotClassesStay() throws Exception {
    assertThat(calls(samples())).contains("equals", "hashCode", "toString", "typeSwitch", "apply");
    assertThat(calls(desugared()))
        .contains("apply", "makeConcatWithConstants", "toString")
        .doesNotContain("equals", "hashCode")
        .satisfies(calls ->
            assertThat(calls.stream().filter("typeSwitch"::equals))
                .as("strings, numbers, a primitive")
                .hasSize(3));
  }

  /// The names of what the instructions call.
  private static List<String> calls(Map<String, byte[]> classes) {
    return classes.values().stream()
        .flatMap(type -> ClassFile.of().parse(type).methods().stream())
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(element -> ((InvokeDynamicInstruction) element).name().stringValue())
        .toList();
  }

  @Test
  void theSameBytesComeOut() throws Exception {
    assertThat(desugared()).containsExactlyEntriesOf(desugared());
    desugared().values().forEach(type -> assertThat(desugar.apply(type)).isSameAs(type));
  }

  @Test
  void everyClassOfTheProductStaysValid() {
    var verifier = ClassFile.of(ClassHierarchyResolverOption.of(hierarchy));
    int changed = 0;
    for (ClassModel model : Classes.all()) {
      byte[] before = ClassFile.of().transformClass(model, ClassTransform.ACCEPT_ALL);
      byte[] after = desugar.apply(before);
      if (!Arrays.equals(before, after)) {
        changed++;
        assertThat(verifier.verify(after)).as(Classes.nameOf(model)).isEmpty();
      }
    }
    assertThat(changed).isGreaterThan(100);
  }
}
