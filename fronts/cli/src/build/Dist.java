import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Puts the distribution together: `lib/*.jar`, the launcher, its training input, and `BUILD`, the
/// SHA-256 of the jars and the training input, written last.
///
/// Arguments: the directory to fill, the jar with the main class, the class path of its
/// dependencies, the directory with further files, the launcher. Files appear whole or not at all,
/// so that a program which runs from the directory is not disturbed.
///
/// What the JVM cannot keep in its start-up cache is rewritten. It keeps no class file below
/// version 50 (it has the old verifier for them), so these get the same code with stack maps
/// computed; and nothing that is made up at run time for a pattern `switch` or a record, see
/// [Desugar].
final class Dist {
  private static final int OLDEST_CACHED = ClassFile.JAVA_6_VERSION;
  private static final int REWRITTEN = ClassFile.JAVA_17_VERSION;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Dist() {}

  static void main(String[] args) throws IOException {
    Path out = Path.of(args[0]);
    List<Path> classPath =
        Stream.concat(Stream.of(args[1]), Stream.of(args[2].split(File.pathSeparator)))
            .map(Path::of)
            .filter(Files::isRegularFile)
            .toList();
    var files = new TreeMap<String, byte[]>();
    try (var loader = new URLClassLoader(urls(classPath))) {
      var hierarchy = ClassHierarchyResolver.ofResourceParsing(loader).cached();
      for (Path jar : classPath) {
        files.put("lib/" + unversioned(jar), cacheable(jar, hierarchy));
      }
    }
    Path lib = Files.createDirectories(out.resolve("lib"));
    try (Stream<Path> present = Files.list(lib)) {
      for (Path jar : present.toList()) {
        if (!files.containsKey("lib/" + jar.getFileName())) {
          Files.delete(jar);
        }
      }
    }
    addTree(Path.of(args[3]), files);
    for (var file : files.entrySet()) {
      Path target = out.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      write(target, file.getValue());
    }
    Path launcher = Path.of(args[4]);
    write(out.resolve(launcher.getFileName()), Files.readAllBytes(launcher));
    out.resolve(launcher.getFileName()).toFile().setExecutable(true, false);
    write(out.resolve("BUILD"), (hash(files) + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static String unversioned(Path jar) {
    return jar.getFileName().toString().replaceFirst("-\\d[^/]*\\.jar$", ".jar");
  }

  private static URL[] urls(List<Path> files) throws IOException {
    var urls = new URL[files.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = files.get(i).toUri().toURL();
    }
    return urls;
  }

  /// The jar at `path`, rewritten if it is ours, or something in it is too old, or differs from
  /// build to build.
  private static byte[] cacheable(Path path, ClassHierarchyResolver hierarchy) throws IOException {
    var entries = new TreeMap<String, byte[]>();
    try (var zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    UnaryOperator<byte[]> change =
        unversioned(path).startsWith("postern-")
            ? new Desugar(hierarchy)
            : type -> isOld(type) ? modern(type, hierarchy) : type;
    boolean changed = forgetBuilder(entries);
    for (var entry : entries.entrySet()) {
      if (entry.getKey().endsWith(".class")) {
        byte[] type = change.apply(entry.getValue());
        changed |= type != entry.setValue(type);
      }
    }
    if (!changed) {
      return Files.readAllBytes(path);
    }
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        var target = new ZipEntry(entry.getKey());
        target.setTimeLocal(NO_TIME);
        zip.putNextEntry(target);
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /// Takes out of the manifest which JDK Maven itself ran on; true if it said so.
  private static boolean forgetBuilder(Map<String, byte[]> entries) throws IOException {
    var manifest = new Manifest(new ByteArrayInputStream(entries.get(JarFile.MANIFEST_NAME)));
    if (manifest.getMainAttributes().remove(new Attributes.Name("Build-Tool-Jdk-Spec")) == null) {
      return false;
    }
    var bytes = new ByteArrayOutputStream();
    manifest.write(bytes);
    entries.put(JarFile.MANIFEST_NAME, bytes.toByteArray());
    return true;
  }

  private static boolean isOld(byte[] type) {
    return ((type[6] & 0xff) << 8 | (type[7] & 0xff)) < OLDEST_CACHED;
  }

  /// The class with its methods taken apart and put together again, which computes the stack maps.
  private static byte[] modern(byte[] type, ClassHierarchyResolver hierarchy) {
    var classFile =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(hierarchy));
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

  private static void addTree(Path from, Map<String, byte[]> files) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.put(from.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
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

  private static String hash(Map<String, byte[]> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach((name, bytes) -> {
        digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
