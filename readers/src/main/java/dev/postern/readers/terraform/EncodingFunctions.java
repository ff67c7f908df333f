package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.ANY;
import static dev.postern.readers.terraform.Parameter.STRING;
import static dev.postern.readers.terraform.Parameter.TEXT;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.json.Decoding;
import dev.postern.readers.tree.Document;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Encoding functions (Terraform language, "Encoding Functions"). `jsonencode` keeps the structure
/// of what it encodes.
final class EncodingFunctions {
  private EncodingFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("jsonencode", Function.of(EncodingFunctions::json, ANY));
    to.put("jsondecode", Function.of(EncodingFunctions::jsonDecoded, TEXT));
    to.put("yamldecode", Function.of(EncodingFunctions::yamlDecoded, STRING));
    to.put("yamlencode", Function.of(EncodingFunctions::yaml, ANY));
    to.put("base64gzip", Function.of(EncodingFunctions::unsupported, STRING));
    to.put("rsadecrypt", Function.of(EncodingFunctions::unsupported, STRING, STRING));
    to.put("csvdecode", Function.of(EncodingFunctions::csv, STRING));
    to.put("base64encode", Function.of(a -> encoded(a, StandardCharsets.UTF_8), STRING));
    to.put("base64decode", Function.of(a -> decoded(a, StandardCharsets.UTF_8), STRING));
    to.put("textencodebase64", Function.of(a -> charset(a, true), STRING, STRING));
    to.put("textdecodebase64", Function.of(a -> charset(a, false), STRING, STRING));
    to.put("urlencode", Function.of(EncodingFunctions::url, TEXT));
  }

  private static Value<Node> json(Arguments a) {
    return a.known(Text.of(List.of(new Text.Part.Json(a.value(0), a.here()))));
  }

  private static Value<Node> jsonDecoded(Arguments a) {
    var problems = new ArrayList<Problem>();
    Value<Node> value = Decoding.json(a.text(0), a.call().span(), problems::add);
    boolean broken = problems.stream().anyMatch(p -> p.level() == Problem.Level.ERROR);
    return broken ? a.invalid() : value.under(a.value(0).origin());
  }

  private static Value<Node> yamlDecoded(Arguments a) {
    Text text = PartialText.printed(a.text(0));
    SourceFile file =
        text.parts().size() == 1
                && text.parts().getFirst() instanceof Text.Part.Literal(var s, var origin)
                && origin.source().length() == s.length()
                && origin.source().start() == 0
                && origin.source().file().text().equals(s)
            ? origin.source().file()
            : SourceFile.of(a.call().span().file().path(), a.string(0));
    Document document = Yaml.parse(file);
    boolean broken =
        document.roots().size() > 1
            || document.problems().stream().anyMatch(p -> p.level() == Problem.Level.ERROR);
    if (broken) {
      return a.invalid();
    }
    boolean own = file == a.value(0).origin().source().file();
    return document.roots().isEmpty()
        ? Value.absent(a.here())
        : own
            ? Trees.value(document.roots().getFirst())
            : Trees.value(document.roots().getFirst(), a.here());
  }

  private static Value<Node> yaml(Arguments a) {
    return Nodes.unknown(a.value(0))
        .map(a::hole)
        .orElseGet(() -> a.string(YamlPrinting.print(a.value(0))));
  }

  /// What another compressor or a private key would have to be had for.
  private static Value<Node> unsupported(Arguments a) {
    return a.typing()
        .as(Type.Simple.STRING, a.unknown(new Reason(Reason.Kind.UNSUPPORTED, a.call().name())));
  }

  /// RFC 4180, the first row names the attributes.
  private static Value<Node> csv(Arguments a) {
    Optional<List<List<String>>> rows = Csv.rows(a.string(0));
    if (rows.isEmpty() || rows.get().isEmpty()) {
      return a.invalid();
    }
    List<String> names = rows.get().getFirst();
    var all = new ArrayList<Value<Node>>();
    for (List<String> row : rows.get().subList(1, rows.get().size())) {
      if (row.size() != names.size()) {
        return a.invalid();
      }
      var fields = new LinkedHashMap<String, Value<Node>>();
      for (int i = 0; i < names.size(); i++) {
        fields.put(names.get(i), a.string(row.get(i)));
      }
      all.add(a.known(Node.Fields.of(fields)));
    }
    return a.list(all);
  }

  /// The text in Base64, which comes from where the text comes from.
  private static Value<Node> encoded(Arguments a, Charset charset) {
    String encoded = Base64.getEncoder().encodeToString(a.string(0).getBytes(charset));
    Origin from = a.value(0).origin();
    return Value.<Node>known(Text.of(encoded, from), from)
        .through(a.call().span(), Evaluator.source(a.call()));
  }

  private static Value<Node> decoded(Arguments a, Charset charset) {
    try {
      byte[] bytes = Base64.getDecoder().decode(a.string(0).replaceAll("[\r\n]", ""));
      return a.string(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return a.invalid();
    }
  }

  private static Value<Node> charset(Arguments a, boolean encode) {
    try {
      Charset charset = Charset.forName(a.string(1));
      if (encode) {
        return charset.canEncode() ? encoded(a, charset) : a.invalid();
      }
      return decoded(a, charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return a.invalid();
    }
  }

  private static Value<Node> url(Arguments a) {
    return a.known(
        PartialText.mapped(
            a.text(0),
            s ->
                URLEncoder.encode(s, StandardCharsets.UTF_8)
                    .replace("*", "%2A")
                    .replace("%7E", "~"),
            what -> "urlencode(" + what + ")"));
  }
}
