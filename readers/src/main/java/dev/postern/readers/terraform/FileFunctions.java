package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.ANY;
import static dev.postern.readers.terraform.Parameter.STRING;
import static dev.postern.readers.terraform.Parameter.TEXT;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.hcl.Hcl;
import dev.postern.readers.hcl.Part;
import dev.postern.readers.source.Paths;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Filesystem functions (Terraform language, "Filesystem Functions"). They see only what is
/// reviewed; relative paths begin at the root module's folder.
final class FileFunctions {
  private FileFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("file", Function.of(FileFunctions::file, STRING));
    to.put("fileexists", Function.of(FileFunctions::exists, STRING));
    to.put("fileset", Function.of(FileFunctions::set, STRING, STRING));
    to.put("templatefile", Function.of(FileFunctions::template, STRING, ANY));
    to.put("templatestring", Function.of(FileFunctions::templateString, STRING, ANY));
    to.put("filebase64", Function.of(a -> hashed(a, Base64.getEncoder()::encodeToString), STRING));
    to.put("filemd5", Function.of(a -> hashed(a, s -> HashFunctions.hex("MD5", s)), STRING));
    to.put("filesha1", Function.of(a -> hashed(a, s -> HashFunctions.hex("SHA-1", s)), STRING));
    to.put("filesha256", Function.of(a -> hashed(a, s -> HashFunctions.hex("SHA-256", s)), STRING));
    to.put("filesha512", Function.of(a -> hashed(a, s -> HashFunctions.hex("SHA-512", s)), STRING));
    to.put(
        "filebase64sha256",
        Function.of(a -> hashed(a, s -> HashFunctions.base64("SHA-256", s)), STRING));
    to.put(
        "filebase64sha512",
        Function.of(a -> hashed(a, s -> HashFunctions.base64("SHA-512", s)), STRING));
    to.put("basename", Function.of(a -> a.string(base(a.string(0))), STRING));
    to.put("dirname", Function.of(a -> a.string(parent(a.string(0))), STRING));
    to.put("pathexpand", Function.of(FileFunctions::expanded, TEXT));
    to.put("abspath", Function.of(FileFunctions::absolute, TEXT));
  }

  /// The path of a file from where the review started; says so where it leads outside.
  private static Optional<String> path(Arguments a, String written) {
    Project project = a.evaluator().module().project();
    Optional<String> path =
        written.startsWith("/") || written.startsWith("~")
            ? Optional.empty()
            : Optional.of(Paths.resolve(project.root(), written))
                .filter(project.loader().sources()::isInside);
    if (path.isEmpty()) {
      project.report(
          Problem.warning(
              "`%s` lies outside what is reviewed and is not read"
                  .formatted(Evaluator.source(a.call())),
              a.call().span()));
    }
    return path;
  }

  private static Value<Node> outside(Arguments a) {
    return Value.unknown(new Reason(Reason.Kind.EXTERNAL, "file " + a.string(0)), a.here());
  }

  /// A file that is there and is no text, or was left out, or is made before the plan.
  private static Value<Node> missing(Arguments a, String path) {
    return isListed(a, path) ? outside(a) : a.invalid();
  }

  private static boolean isListed(Arguments a, String path) {
    return a.evaluator().module().project().loader().sources().files(folder(path)).contains(path);
  }

  private static Optional<SourceFile> read(Arguments a, String path) {
    return a.evaluator().module().project().loader().text(path);
  }

  private static Value<Node> file(Arguments a) {
    Optional<String> path = path(a, a.string(0));
    if (path.isEmpty()) {
      return outside(a);
    }
    return read(a, path.get())
        .map(file -> {
          Origin whole = Origin.written(file.all());
          return Value.<Node>known(Text.of(Part.composed(file.text()), whole), whole)
              .through(a.call().span(), Evaluator.source(a.call()));
        })
        .orElseGet(() -> missing(a, path.get()));
  }

  /// These take bytes, so that the file need be no text.
  private static Value<Node> hashed(Arguments a, java.util.function.Function<byte[], String> hash) {
    Optional<String> path = path(a, a.string(0));
    if (path.isEmpty()) {
      return outside(a);
    }
    return a.evaluator()
        .module()
        .project()
        .loader()
        .hash(a.call().name(), path.get(), hash)
        .map(text -> text.length() > Bounds.TEXT ? a.tooLarge() : a.string(text))
        .orElseGet(() -> missing(a, path.get()));
  }

  private static Value<Node> exists(Arguments a) {
    Optional<String> path = path(a, a.string(0));
    return path.isEmpty() ? outside(a) : a.bool(isListed(a, path.get()));
  }

  /// The files of a folder by pattern; those of folders inside it cannot be listed.
  private static Value<Node> set(Arguments a) {
    Optional<String> path = path(a, a.string(0));
    if (path.isEmpty()) {
      return outside(a);
    }
    String pattern = a.string(1);
    boolean deep = pattern.contains("**") || pattern.matches(".*[*?\\[{][^/]*/.*");
    int slash = deep ? -1 : pattern.lastIndexOf('/');
    String below = slash < 0 ? "" : pattern.substring(0, slash + 1);
    String folder = Paths.resolve(path.get(), below);
    Optional<Pattern> names = Globs.pattern(pattern.substring(slash + 1));
    if (deep || names.isEmpty()) {
      return a.set(
          Type.Simple.STRING,
          List.of(),
          Optional.of(new Reason(Reason.Kind.UNSUPPORTED, Evaluator.source(a.call()))));
    }
    var found = new ArrayList<String>();
    for (String file : a.evaluator().module().project().loader().sources().files(folder)) {
      String name = base(file);
      if (names.get().matcher(name).matches()) {
        found.add(below + name);
      }
    }
    return a.set(Type.Simple.STRING, found.stream().map(a::string).toList(), Optional.empty());
  }

  private static Value<Node> template(Arguments a) {
    Optional<String> path = path(a, a.string(0));
    if (path.isEmpty()) {
      return outside(a);
    }
    Loader loader = a.evaluator().module().project().loader();
    Optional<Expression> template = loader.template(path.get());
    return template
        .map(t -> rendered(a, t).through(a.call().span(), Evaluator.source(a.call())))
        .orElseGet(() -> missing(a, path.get()));
  }

  private static Value<Node> templateString(Arguments a) {
    SourceFile text = SourceFile.of(a.call().span().file().path(), a.string(0));
    return rendered(a, Hcl.template(text).expression());
  }

  private static Value<Node> rendered(Arguments a, Expression template) {
    return switch (a.value(1)) {
      case Value.Known<Node>(Node.Fields(var entries, var rest), _, _) ->
          a.evaluator().only(entries, rest).value(template);
      case Value.Unknown<Node>(var why, _, _) ->
          a.evaluator().only(Map.of(), Optional.of(why)).value(template);
      case Value.Known<Node> _, Value.Absent<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ ->
          a.invalid();
    };
  }

  private static String base(String path) {
    String clean = path.replaceAll("/+$", "");
    return path.isEmpty()
        ? "."
        : clean.isEmpty() ? "/" : clean.substring(clean.lastIndexOf('/') + 1);
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
  }

  private static Value<Node> expanded(Arguments a) {
    boolean home = a.text(0).prefix().startsWith("~");
    return home ? a.hole(new Reason(Reason.Kind.EXTERNAL, "home folder")) : a.value(0);
  }

  private static Value<Node> absolute(Arguments a) {
    return a.text(0).prefix().startsWith("/")
        ? a.value(0)
        : a.hole(new Reason(Reason.Kind.EXTERNAL, "path.cwd"));
  }
}
