package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Combinations;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Terraform's functions (Terraform language, "Functions").
///
/// A function that takes half-known arguments says what follows from the known half; where
/// Terraform fails, the result is [Reason.Kind#INVALID], so that `try` and `can` see it.
final class Functions {
  private static final List<String> TEXTS =
      List.of(
          "abspath",
          "base64decode",
          "base64encode",
          "base64gzip",
          "base64sha256",
          "base64sha512",
          "basename",
          "bcrypt",
          "chomp",
          "cidrhost",
          "cidrnetmask",
          "cidrsubnet",
          "dirname",
          "file",
          "filebase64",
          "filebase64sha256",
          "filebase64sha512",
          "filemd5",
          "filesha1",
          "filesha256",
          "filesha512",
          "formatdate",
          "indent",
          "join",
          "jsonencode",
          "lower",
          "md5",
          "pathexpand",
          "provider::aws::arn_build",
          "provider::aws::trim_iam_role_path",
          "replace",
          "rsadecrypt",
          "sha1",
          "sha256",
          "sha512",
          "strrev",
          "substr",
          "textdecodebase64",
          "textencodebase64",
          "timeadd",
          "title",
          "tostring",
          "trim",
          "trimprefix",
          "trimspace",
          "trimsuffix",
          "upper",
          "urlencode",
          "uuidv5",
          "yamlencode");
  private static final List<String> NUMBERS =
      List.of(
          "abs",
          "ceil",
          "floor",
          "index",
          "length",
          "log",
          "max",
          "min",
          "parseint",
          "pow",
          "signum",
          "sum",
          "timecmp",
          "tonumber");
  private static final List<String> TRUTHS =
      List.of(
          "alltrue",
          "anytrue",
          "contains",
          "endswith",
          "fileexists",
          "issensitive",
          "startswith",
          "strcontains",
          "tobool");
  private static final int WORLDS = 64;
  private static final Map<String, Function> ALL = all();

  /// What functions give whatever they are given.
  private static final Map<String, Type> RESULTS = results();

  private Functions() {}

  private static Map<String, Type> results() {
    var results = new HashMap<String, Type>();
    for (String name : TEXTS) {
      results.put(name, Type.Simple.STRING);
    }
    for (String name : NUMBERS) {
      results.put(name, Type.Simple.NUMBER);
    }
    for (String name : TRUTHS) {
      results.put(name, Type.Simple.BOOL);
    }
    results.put("regexall", Type.list(Type.Simple.ANY));
    results.put("range", Type.list(Type.Simple.NUMBER));
    results.put("fileset", Type.set(Type.Simple.STRING));
    return Map.copyOf(results);
  }

  private static Map<String, Function> all() {
    var all = new HashMap<String, Function>();
    NumberFunctions.add(all);
    StringFunctions.add(all);
    FormatFunctions.add(all);
    RegexFunctions.add(all);
    ListFunctions.add(all);
    ChoiceFunctions.add(all);
    SearchFunctions.add(all);
    SetFunctions.add(all);
    MapFunctions.add(all);
    EncodingFunctions.add(all);
    HashFunctions.add(all);
    NetworkFunctions.add(all);
    FileFunctions.add(all);
    DateFunctions.add(all);
    ConversionFunctions.add(all);
    ProviderFunctions.add(all);
    return Map.copyOf(all);
  }

  /// The name of the function without the name space that all of Terraform's are in.
  static String name(Expression.Call call) {
    return call.name().startsWith("core::") ? call.name().substring(6) : call.name();
  }

  /// The result of a call; unknown where it depends on something unknown, [Reason.Kind#INVALID]
  /// where Terraform fails.
  ///
  /// @param values none of them a [Value.OneOf]
  static Value<Node> apply(Expression.Call call, List<Value<Node>> values, Evaluator evaluator) {
    Function function = ALL.get(name(call));
    var arguments = new Arguments(call, evaluator, values, values);
    if (function == null) {
      return arguments.unknown(new Reason(Reason.Kind.UNSUPPORTED, call.name()));
    }
    if (!function.takes(values.size())) {
      return arguments.invalid();
    }
    return byWorld(function, arguments, 0);
  }

  /// Splits lists whose elements the function looks at into worlds in which all are one thing.
  static Value<Node> byWorld(Function function, Arguments arguments, int from) {
    for (int i = from; i < arguments.size(); i++) {
      boolean looks = function.parameter(i).looks();
      if (looks
          && arguments.value(i) instanceof Value.Known<Node>(Node.Items items, _, _)
          && items.values().stream().anyMatch(v -> v instanceof Value.OneOf)) {
        return split(function, arguments, i, items);
      }
    }
    return checked(function, arguments);
  }

  private static Value<Node> split(
      Function function, Arguments arguments, int place, Node.Items items) {
    Optional<List<Combinations.Combination<Node>>> worlds = Combinations.of(items.values(), WORLDS);
    if (worlds.isEmpty()) {
      return arguments.tooLarge();
    }
    var cases = new ArrayList<Value.Case<Node>>();
    for (Combinations.Combination<Node> world : worlds.get()) {
      Node list = new Node.Items(world.values(), items.rest());
      Value<Node> argument = arguments.value(place).map(_ -> list);
      cases.add(
          new Value.Case<>(
              world.when(), byWorld(function, arguments.with(place, argument), place + 1)));
    }
    return Value.oneOf(cases, arguments.here());
  }

  private static Value<Node> checked(Function function, Arguments arguments) {
    var right = new ArrayList<Value<Node>>();
    Optional<Reason> open = Optional.empty();
    for (int i = 0; i < arguments.size(); i++) {
      if (Nodes.isError(arguments.value(i))) {
        return arguments.value(i);
      }
      switch (function.parameter(i).check(arguments.value(i), arguments.typing())) {
        case Parameter.Checked.Right(var value) -> right.add(value);
        case Parameter.Checked.Open(var why) -> open = open.or(() -> Optional.of(why));
        case Parameter.Checked.Wrong() -> {
          return arguments.invalid();
        }
      }
    }
    Value<Node> found =
        open.isPresent()
            ? arguments.unknown(open.get())
            : function
                .body()
                .apply(
                    new Arguments(
                        arguments.call(), arguments.evaluator(), arguments.written(), right));
    Type type = RESULTS.getOrDefault(name(arguments.call()), Type.Simple.ANY);
    boolean untyped =
        found instanceof Value.Unknown
            && !Nodes.isError(found)
            && arguments.typing().of(found) == Type.Simple.ANY;
    return kept(untyped ? arguments.typing().as(type, found) : found, arguments);
  }

  /// What is made of a secret is one.
  private static Value<Node> kept(Value<Node> result, Arguments arguments) {
    String name = name(arguments.call());
    if (name.equals("nonsensitive") || name.equals("issensitive")) {
      return result;
    }
    boolean whole =
        arguments.values().stream().anyMatch(v -> v.sensitivity() == Sensitivity.SECRET);
    boolean printed =
        result instanceof Value.Known<Node>(Text text, _, _)
            && text.parts().stream().noneMatch(p -> p instanceof Text.Part.Json)
            && arguments.hasSecret();
    return whole || printed ? result.secret() : result;
  }
}
