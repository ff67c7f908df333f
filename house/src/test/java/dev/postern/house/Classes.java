package dev.postern.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The compiled classes of the product, which are everything in `dev.postern` but tests.
final class Classes {
  private static final String ROOT = "dev/postern";
  private static final Pattern TYPE = Pattern.compile(ROOT + "/([a-z0-9/]+)/[A-Z]");
  private static final List<ClassModel> ALL = load();

  private Classes() {}

  /// Every class file, nested classes included, by name.
  static List<ClassModel> all() {
    return ALL;
  }

  /// The classes below `fronts` that run when the program does.
  static List<ClassModel> belowFronts() {
    Set<String> outside = Set.of("cli", "processor", "testkit");
    return ALL.stream().filter(c -> !outside.contains(packageOf(c))).toList();
  }

  /// The package without `dev.postern.`: `readers.hcl`.
  static String packageOf(ClassModel model) {
    String name = model.thisClass().asInternalName();
    return name.substring(ROOT.length() + 1, name.lastIndexOf('/')).replace('/', '.');
  }

  /// The name as its source would write it: `readers.hcl.Block`.
  static String nameOf(ClassModel model) {
    return model.thisClass().asInternalName().substring(ROOT.length() + 1).replace('/', '.');
  }

  /// Every other package of ours that a class mentions: in code, signatures and annotations.
  static Set<String> packagesUsedBy(ClassModel model) {
    var used = new TreeSet<String>();
    for (var entry : model.constantPool()) {
      if (entry instanceof Utf8Entry text) {
        Matcher type = TYPE.matcher(text.stringValue());
        while (type.find()) {
          used.add(type.group(1).replace('/', '.'));
        }
      }
    }
    used.remove(packageOf(model));
    return used;
  }

  private static List<ClassModel> load() {
    try {
      URL own = Classes.class.getProtectionDomain().getCodeSource().getLocation();
      var found = new ArrayList<ClassModel>();
      for (URL place : Collections.list(Classes.class.getClassLoader().getResources(ROOT))) {
        if (!place.toString().startsWith(own.toString())) {
          read(place.toURI(), found);
        }
      }
      found.sort(Comparator.comparing(Classes::nameOf));
      return List.copyOf(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void read(URI place, List<ClassModel> found) throws IOException {
    if (place.getScheme().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
        readFolder(jar.getPath(ROOT), found);
      }
    } else {
      readFolder(Path.of(place), found);
    }
  }

  private static void readFolder(Path folder, List<ClassModel> found) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        found.add(ClassFile.of().parse(Files.readAllBytes(file)));
      }
    }
  }
}
