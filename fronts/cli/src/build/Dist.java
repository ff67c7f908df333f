import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Puts the distribution together: `lib/*.jar`, the launcher, its training input, and `BUILD`, the
/// SHA-256 of all jars, written last.
///
/// Arguments: the directory to fill, the jar with the main class, the class path of its
/// dependencies, the directory with further files, the launcher. Files appear whole or not at all,
/// so that a program which runs from the directory is not disturbed.
///
/// The JVM keeps no class file below version 50 in its start-up cache (it has the old verifier for
/// them), so jars with such classes are rewritten: same code, stack maps computed.
final class Dist {
  private static final int OLDEST_CACHED = ClassFile.JAVA_6_VERSION;
  private static final int REWRITTEN = ClassFile.JAVA_17_VERSION;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Dist() {}

  static void main(String[] args) throws IOException {
    Path out = Path.of(args[0]);
    var jars = new TreeMap<String, byte[]>();
    jars.put(unversioned(Path.of(args[1])), Files.readAllBytes(Path.of(args[1])));
    for (String element : args[2].split(File.pathSeparator)) {
      Path jar = Path.of(element);
      if (Files.isRegularFile(jar)) {
        jars.put(unversioned(jar), modern(jar));
      }
    }
    Path lib = Files.createDirectories(out.resolve("lib"));
    for (var jar : jars.entrySet()) {
      write(lib.resolve(jar.getKey()), jar.getValue());
    }
    try (Stream<Path> present = Files.list(lib)) {
      for (Path jar : present.toList()) {
        if (!jars.containsKey(jar.getFileName().toString())) {
          Files.delete(jar);
        }
      }
    }
    copyTree(Path.of(args[3]), out);
    Path launcher = Path.of(args[4]);
    write(out.resolve(launcher.getFileName()), Files.readAllBytes(launcher));
    out.resolve(launcher.getFileName()).toFile().setExecutable(true, false);
    write(out.resolve("BUILD"), (hash(jars) + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static String unversioned(Path jar) {
    return jar.getFileName().toString().replaceFirst("-\\d[^/]*\\.jar$", ".jar");
  }

  /// The jar at `path`, rewritten if a class in it is too old.
  private static byte[] modern(Path path) throws IOException {
    var entries = new TreeMap<String, byte[]>();
    boolean old = false;
    try (var zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!entry.isDirectory()) {
          byte[] bytes = zip.getInputStream(entry).readAllBytes();
          entries.put(entry.getName(), bytes);
          old |= isClass(entry.getName()) && version(bytes) < OLDEST_CACHED;
        }
      }
    }
    return old ? rewritten(entries) : Files.readAllBytes(path);
  }

  private static byte[] rewritten(Map<String, byte[]> entries) throws IOException {
    var classFile =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(type -> stream(entries, type))
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        var target = new ZipEntry(entry.getKey());
        target.setTimeLocal(NO_TIME);
        zip.putNextEntry(target);
        zip.write(
            isClass(entry.getKey()) && version(entry.getValue()) < REWRITTEN
                ? rewritten(classFile, entry.getValue())
                : entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /// The class with its methods taken apart and put together again, which computes the stack maps.
  private static byte[] rewritten(ClassFile classFile, byte[] type) {
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(REWRITTEN, 0);
          } else {
            builder.with(element);
          }
        };
    return classFile.transformClass(
        classFile.parse(type),
        version.andThen(ClassTransform.transformingMethodBodies(CodeBuilder::with)));
  }

  private static InputStream stream(Map<String, byte[]> entries, ClassDesc type) {
    String name = type.descriptorString();
    return Optional.ofNullable(entries.get(name.substring(1, name.length() - 1) + ".class"))
        .map(ByteArrayInputStream::new)
        .orElse(null);
  }

  private static boolean isClass(String name) {
    return name.endsWith(".class") && !name.endsWith("module-info.class");
  }

  private static int version(byte[] type) {
    return (type[6] & 0xff) << 8 | (type[7] & 0xff);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        write(target, Files.readAllBytes(file));
      }
    }
  }

  private static void write(Path target, byte[] bytes) throws IOException {
    boolean same = Files.exists(target) && Arrays.equals(Files.readAllBytes(target), bytes);
    if (!same || target.endsWith("BUILD")) {
      Path part = target.resolveSibling(target.getFileName() + ".part");
      Files.write(part, bytes);
      Files.move(part, target, ATOMIC_MOVE);
    }
  }

  private static String hash(Map<String, byte[]> jars) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      jars.forEach((name, bytes) -> {
        digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
