package dev.postern.report;

import dev.postern.finding.Finding;
import dev.postern.finding.FixText;
import dev.postern.finding.Frame;
import dev.postern.finding.Secrets;
import dev.postern.finding.Status;
import dev.postern.report.Ink.Tone;
import java.util.ArrayList;
import java.util.List;

/// One finding as people read it: claim, place, code, where the value comes from, worlds, witness,
/// fix, and where to read on.
final class FindingText {
  private static final int MOST_HOPS = 8;
  private static final int MOST_PLACES = 5;

  private final Secrets secrets;
  private final Ink ink;
  private final int width;

  FindingText(Secrets secrets, Ink ink, int width) {
    this.secrets = secrets;
    this.ink = ink;
    this.width = width;
  }

  String show(Finding finding) {
    return show(finding, List.of());
  }

  /// `finding`, and the places of `others`, which wait for the same answer.
  String show(Finding finding, List<Finding> others) {
    var out = new StringBuilder();
    var snippets = snippets(finding);
    int digits =
        snippets.stream().mapToInt(s -> Integer.toString(s.lastLine()).length()).max().orElse(1);
    var box = new Box(out, ink, digits, width);
    out.append(ink.paint(Ink.tone(finding), Words.label(finding)))
        .append(": ")
        .append(ink.paint(Tone.STRONG, ink.said(finding.title())))
        .append("  [")
        .append(ink.said(finding.rule()))
        .append("]\n");
    box.open(finding.location().toString(), Words.subject(finding));
    if (finding.status() != Status.SUPPRESSED) {
      code(box, snippets, finding);
      sections(box, finding, others);
    }
    finding.suppression().ifPresent(s -> box.section("accepted", List.of(Words.suppression(s))));
    box.close("postern explain " + finding.rule());
    return out.toString();
  }

  private List<Snippet> snippets(Finding finding) {
    boolean bare = finding.status() == Status.UNDECIDED;
    var snippets = new ArrayList<Snippet>();
    for (Frame frame : frames(finding)) {
      boolean heavy = snippets.isEmpty();
      snippets.add(
          new Snippet(secrets, ink, frame, heavy, bare, heavy ? Ink.tone(finding) : Tone.FRAME));
    }
    return snippets;
  }

  /// The place of a finding, then its hops; of very many only the first and the last.
  static List<Frame> frames(Finding finding) {
    var all =
        finding.frames().isEmpty()
            ? List.of(new Frame(finding.location(), "", ""))
            : finding.frames();
    if (all.size() <= MOST_HOPS) {
      return all;
    }
    var some = new ArrayList<>(all.subList(0, MOST_HOPS - 1));
    some.add(all.getLast());
    return some;
  }

  private static void code(Box box, List<Snippet> snippets, Finding finding) {
    boolean bare = finding.status() == Status.UNDECIDED;
    int left = finding.frames().size() - snippets.size();
    for (int i = 0; i < snippets.size(); i++) {
      var snippet = snippets.get(i);
      if (i > 0) {
        if (left > 0 && i == snippets.size() - 1) {
          box.gap();
          box.row("(" + Words.count(left, "more hop") + ")");
        }
        box.hop(snippet.frame().span().toString(), snippet.frame().caption());
      }
      snippet.draw(box);
      if (!bare) {
        box.row("");
      }
    }
  }

  private static void sections(Box box, Finding finding, List<Finding> others) {
    if (!others.isEmpty()) {
      box.section("also", places(others));
    }
    finding.when().ifPresent(world -> box.section("when", List.of(world)));
    finding
        .witness()
        .ifPresent(w -> box.section("witness", Words.witness(w, finding.subject().address())));
    finding.why().ifPresent(why -> box.section("why", List.of(why)));
    if (finding.status() == Status.VIOLATED && !finding.fix().title().isEmpty()) {
      box.section("fix", fix(finding.fix()));
    }
    if (!finding.decide().isEmpty()) {
      box.commands("decide", decide(finding.decide()));
    }
  }

  private static List<String> places(List<Finding> others) {
    var lines = new ArrayList<String>();
    for (Finding other : others.subList(0, Math.min(MOST_PLACES, others.size()))) {
      lines.add(other.location() + "  " + Words.subject(other));
    }
    if (others.size() > MOST_PLACES) {
      lines.add("and " + Words.count(others.size() - MOST_PLACES, "more place"));
    }
    return lines;
  }

  private static List<String> fix(FixText fix) {
    return fix.safe() ? List.of(fix.title()) : List.of(fix.title(), "unsafe: " + fix.price());
  }

  private static List<String> decide(List<String> commands) {
    var lines = new ArrayList<String>();
    for (String command : commands) {
      lines.add(lines.isEmpty() ? command : "or: " + command);
    }
    return lines;
  }
}
