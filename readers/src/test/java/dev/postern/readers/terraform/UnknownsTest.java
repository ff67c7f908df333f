package dev.postern.readers.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.hcl.Hcl;
import dev.postern.text.SourceFile;
import dev.postern.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Of expressions over things known only at apply, as much is known as `terraform console` knows.
/// What Terraform does not know, we may know in part: a text with a hole, one value in each world.
///
/// The expressions are made from `grammar.txt` with fixed seeds and the names of `unknown.tf`,
/// which here are variables without values. They and the answers stand in `unknowns.tsv`;
/// `-Dpostern.record=true` makes and asks them anew.
class UnknownsTest {
  private static final int SEEDS = 3;
  private static final int BATCH = 25;
  private static final String UNKNOWN = "(known after apply)";

  private static final String LEAVES =
      """
      S = local.u
      S = "x${local.u}y"
      S = local.p
      N = local.un
      B = local.ub
      LS = local.ul
      LS = local.l
      SS = local.us
      MS = local.um
      MS = {a = "x", b = local.u}
      O = {name = local.u, n = 1}
      LN = [1, local.un]
      LB = [true, local.ub]
      """;

  private static final String OURS =
      """
      variable "u" { type = string }
      variable "un" { type = number }
      variable "ub" { type = bool }
      variable "ul" { type = list(string) }
      variable "us" { type = set(string) }
      variable "um" { type = map(string) }
      locals {
        u  = var.u
        un = var.un
        ub = var.ub
        ul = var.ul
        us = var.us
        um = var.um
        p  = "arn:aws:${var.u}/x"
        l  = ["a", var.u, "c"]
      }
      """;

  /// Where we differ on purpose: what the disagreement contains, and why.
  private static final Map<Pattern, String> REASONS =
      Map.of(
          Pattern.compile("sort\\("), "what is surely in the list is kept, without an order",
          Pattern.compile("jsondecode\\(|yamldecode\\("), "what is decoded is known in part",
          Pattern.compile("contains\\(local.ub, "), "what can only fail is refused at once",
          Pattern.compile("try\\("), "of which type the result is stays known");

  @Test
  void asMuchIsKnownAsTerraformKnows() {
    List<String[]> recorded =
        Console.resource("unknowns.tsv").lines().map(line -> line.split("\t", 2)).toList();
    assertThat(recorded).hasSizeGreaterThan(400);
    List<String> wrong = disagreements(recorded);
    wrong.removeIf(said -> REASONS.keySet().stream().anyMatch(r -> r.matcher(said).find()));
    assertThat(wrong).isEmpty();
  }

  static List<String> disagreements(List<String[]> recorded) {
    List<Value<Node>> ours = values(recorded.stream().map(cells -> cells[0]).toList());
    List<Value<Node>> theirs =
        values(
            recorded.stream()
                .map(cells -> cells[1].equals(Console.ERROR) ? "null" : hcl(cells[1]))
                .toList());
    var wrong = new ArrayList<String>();
    for (int i = 0; i < recorded.size(); i++) {
      boolean error = recorded.get(i)[1].equals(Console.ERROR);
      boolean agrees =
          error
              ? ours.get(i).cases().stream().anyMatch(c -> Nodes.hasError(c.value()))
              : ours.get(i).cases().stream().allMatch(c -> Nodes.hasError(c.value()))
                  ? false
                  : agree(ours.get(i), theirs.get(i));
      if (!agrees) {
        wrong.add(
            "%s%n    console: %s%n    ours:    %s"
                .formatted(recorded.get(i)[0], recorded.get(i)[1], Shown.of(ours.get(i))));
      }
    }
    return wrong;
  }

  private static String hcl(String answer) {
    return answer.replace("\\n", "\n").replace(UNKNOWN, "local.u");
  }

  private static List<Value<Node>> values(List<String> expressions) {
    var text = new StringBuilder(OURS);
    for (int i = 0; i < expressions.size(); i++) {
      text.append("output \"o%d\" {\n  value = %s\n}\n".formatted(i, expressions.get(i)));
    }
    Terraform.Configuration read = InMemory.configuration(text.toString());
    var all = new ArrayList<Value<Node>>();
    for (int i = 0; i < expressions.size(); i++) {
      all.add(InMemory.output(read, "o" + i));
    }
    return all;
  }

  /// Whether ours is theirs wherever theirs is known.
  private static boolean agree(Value<Node> ours, Value<Node> theirs) {
    if (theirs instanceof Value.Unknown) {
      return true;
    }
    return switch (ours) {
      case Value.OneOf<Node>(var cases, _) ->
          cases.stream().allMatch(c -> Nodes.hasError(c.value()) || agree(c.value(), theirs));
      case Value.Absent<Node> _ -> theirs instanceof Value.Absent;
      case Value.Unknown<Node> _, Value.Default<Node> _ -> false;
      case Value.Known<Node>(var node, _, _) ->
          theirs.sole().filter(other -> agree(node, other)).isPresent();
    };
  }

  private static boolean agree(Node ours, Node theirs) {
    return switch (ours) {
      case Text text ->
          theirs instanceof Text other
              && PartialText.printed(text).literal().equals(other.literal());
      case Node.Num _, Node.Bool _ -> ours.toString().equals(theirs.toString());
      case Node.Items(var items, var rest) -> {
        boolean fits =
            theirs instanceof Node.Items(var others, _)
                && rest.isEmpty()
                && items.size() == others.size();
        for (int i = 0; fits && i < items.size(); i++) {
          fits = agree(items.get(i), ((Node.Items) theirs).values().get(i));
        }
        yield fits;
      }
      case Node.Fields(var entries, var rest) ->
          theirs instanceof Node.Fields(var others, _)
              && rest.isEmpty()
              && entries.keySet().equals(others.keySet())
              && entries.keySet().stream()
                  .allMatch(key -> agree(entries.get(key), others.get(key)));
    };
  }

  @Test
  @EnabledIfSystemProperty(named = "postern.record", matches = "true")
  void record() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("unknowns");
    Files.writeString(folder.resolve("main.tf"), Console.resource("unknown.tf"));
    var errors = new ArrayList<String>();
    var fine = new ArrayList<String>();
    List<String> all = expressions();
    List<Value<Node>> values = values(all);
    for (int i = 0; i < all.size(); i++) {
      boolean error = values.get(i).cases().stream().allMatch(c -> Nodes.hasError(c.value()));
      (error ? errors : fine).add(all.get(i));
    }
    var lines = new StringBuilder();
    for (int i = 0; i < errors.size(); i += 6) {
      ask(folder, errors.subList(i, i + 1), lines);
    }
    for (int i = 0; i < fine.size(); i += BATCH) {
      ask(folder, fine.subList(i, Math.min(fine.size(), i + BATCH)), lines);
    }
    Console.write("unknowns.tsv", lines.toString());
  }

  /// Asks for all in one tuple, and in halves where that fails.
  private static void ask(Path folder, List<String> expressions, StringBuilder lines)
      throws IOException, InterruptedException {
    Path input = folder.resolve("input");
    Path output = folder.resolve("output");
    Files.writeString(input, "[" + String.join(", ", expressions) + "]\n");
    int status =
        new ProcessBuilder("terraform", "console")
            .directory(folder.toFile())
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    boolean shown = status == 0 && !said.contains("<<") && !said.contains("(sensitive");
    if (shown) {
      List<String> answers = elements(said);
      for (int i = 0; i < expressions.size(); i++) {
        lines.append(expressions.get(i)).append('\t').append(answers.get(i)).append('\n');
      }
    } else if (expressions.size() > 1) {
      int half = expressions.size() / 2;
      ask(folder, expressions.subList(0, half), lines);
      ask(folder, expressions.subList(half, expressions.size()), lines);
    } else if (status != 0) {
      lines.append(expressions.getFirst()).append('\t').append(Console.ERROR).append('\n');
    }
  }

  private static List<String> elements(String said) {
    String text = said.replace(UNKNOWN, "unknown");
    SourceFile file = SourceFile.of("answer", text.strip());
    if (!(Hcl.expression(file).expression() instanceof Expression.Tuple(var elements, _))) {
      throw new IllegalStateException("no tuple: " + text);
    }
    return elements.stream()
        .map(e -> e.span().text().replaceAll("\\bunknown\\b", UNKNOWN).replace("\n", "\\n"))
        .toList();
  }

  private static List<String> expressions() {
    var grammar = new Grammar(Console.resource("grammar.txt") + LEAVES.repeat(3));
    Set<String> all = new LinkedHashSet<>();
    for (Map.Entry<String, String> form : grammar.composite()) {
      for (int i = 0; i < SEEDS; i++) {
        String made = grammar.expression(form.getValue(), 37L * form.getValue().hashCode() + i);
        boolean asked = made.contains("local.") && made.length() <= 200;
        if (asked && !made.contains("sensitive") && !made.contains("nosuch")) {
          all.add(made);
        }
      }
    }
    return List.copyOf(all);
  }
}
