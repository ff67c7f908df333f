package dev.postern.policy.document;

import dev.postern.model.Text;
import dev.postern.text.SourceFile;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;

/// Policies of tests: JSON in which `'` is a quotation mark and `<var.x>` something unknown.
public final class Documents {
  private Documents() {}

  public static PolicyDocument of(String json) {
    Text text = text(json.replace('\'', '"'));
    return PolicyDocument.of(Value.known(text, text.parts().getFirst().origin()), World.ANY);
  }

  /// A document of statements.
  public static PolicyDocument statements(String statements) {
    return of("{'Version': '2012-10-17', 'Statement': [" + statements + "]}");
  }

  public static Text text(String written) {
    SourceFile file = SourceFile.of("policy.json", written);
    var parts = new ArrayList<Text.Part>();
    int at = 0;
    while (at < written.length()) {
      int open = written.indexOf('<', at);
      int end = open < 0 ? written.length() : open;
      Origin origin = Origin.written(file.span(at, end));
      parts.add(new Text.Part.Literal(written.substring(at, end), origin));
      at = end;
      if (open >= 0) {
        int close = written.indexOf('>', open);
        var reason = new Reason(Reason.Kind.INPUT, written.substring(open + 1, close));
        parts.addAll(Text.hole(reason, Origin.written(file.span(open, close + 1))).parts());
        at = close + 1;
      }
    }
    return Text.of(List.copyOf(parts));
  }

  public static Pattern pattern(String written) {
    Text text = text(written);
    return new Pattern(
        text, Origin.written(SourceFile.of("p", "").all()), World.ANY, Sensitivity.PLAIN);
  }
}
