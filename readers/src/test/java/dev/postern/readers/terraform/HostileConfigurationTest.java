package dev.postern.readers.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Node;
import dev.postern.testkit.Law;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever stands in the files, reading them ends and says so.
class HostileConfigurationTest {
  private static final String SEED_TEXT =
      """
      variable "env" { type = string }
      variable "list" { default = ["a", "b"] }
      locals {
        m = { for k, v in { a = 1, b = 2 } : k => v if v > 1 || var.env == "x" }
        s = join("-", [for x in var.list : upper(x)])
        d = jsondecode("{\\"a\\": [1, ${length(var.list)}]}")
        t = try(local.m["a"].b, merge(local.m, { c = null }), format("%s/%d", local.s, 5))
        r = replace(regex("^(a+)b", "aab")[0], "/a/", "$1x")
      }
      resource "aws_s3_bucket" "b" {
        for_each = toset(flatten([var.list, [local.s]]))
        bucket = "x-${each.key}%{ if var.env == "y" }-y%{ endif }"
        dynamic "rule" {
          for_each = local.m
          content { x = cidrsubnet("10.0.0.0/8", rule.value, 1) }
        }
      }
      data "aws_iam_policy_document" "d" {
        statement {
          actions = ["s3:*"]
          resources = values(aws_s3_bucket.b)[*].arn
        }
      }
      output "o" { value = one([data.aws_iam_policy_document.d.json]) }
      """;

  private static String broken(RandomGenerator random) {
    var text = new StringBuilder(SEED_TEXT);
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(text.length());
      int other = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.setCharAt(at, text.charAt(other));
        case 2 -> text.insert(at, text.substring(other, Math.min(text.length(), other + 12)));
        default -> text.insert(at, "${}[]().*\"%!?:".charAt(random.nextInt(14)));
      }
    }
    return text.toString();
  }

  @Test
  void neverThrows() {
    Law.check(
        "reading a damaged configuration ends",
        20260701,
        400,
        HostileConfigurationTest::broken,
        text -> assertThat(InMemory.configuration(text).files()).isNotEmpty());
  }

  @Test
  void deepLocalsReachTheBound() {
    String locals =
        IntStream.range(0, 3_000)
            .mapToObj(i -> "  l%d = [local.l%d]\n".formatted(i, i + 1))
            .collect(Collectors.joining("", "locals {\n", "  l3000 = 1\n}\n"));
    var read = InMemory.configuration(locals + "output \"o\" { value = local.l0 }");
    assertThat(read.problems()).anySatisfy(p -> assertThat(p.message()).contains("deeper than"));
  }

  @Test
  void valuesBuiltFromTheBottomReachTheBoundToo() {
    String outputs =
        IntStream.range(1, 3_000)
            .mapToObj(i -> "output \"o%d\" { value = local.l%d }\n".formatted(i, i))
            .collect(Collectors.joining());
    String locals =
        IntStream.range(1, 3_000)
            .mapToObj(i -> "  l%d = [local.l%d]\n".formatted(i, i - 1))
            .collect(Collectors.joining("", "locals {\n  l0 = 1\n", "}\n"));
    var read = InMemory.configuration(locals + outputs);
    assertThat(read.problems()).anySatisfy(p -> assertThat(p.message()).contains("deeper than"));
    assertThat(InMemory.output(read, "o5").sole()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[local.x, local.x]",
        "\"${local.x}${local.x}\"",
        "concat(local.x, local.x)",
        "format(\"%s%s\", local.x, local.x)",
        "{ a = local.x, b = local.x }",
        "jsonencode([local.x, local.x])",
      })
  void doublingReachesTheBound(String twice) {
    String start = twice.startsWith("concat") ? "[1, 2]" : "\"0123456789\"";
    String locals =
        IntStream.range(1, 60)
            .mapToObj(
                i -> "  l%d = %s\n".formatted(i, twice.replace("local.x", "local.l" + (i - 1))))
            .collect(Collectors.joining("", "locals {\n  l0 = " + start + "\n", "}\n"));
    var read = InMemory.configuration(locals + "output \"o\" { value = local.l59 }");
    assertThat(read.outputs()).containsKey("o");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "range(1000000000)",
        "setproduct(range(1000), range(1000), range(1000))",
        "regex(\"^(a+)+$\", \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\")",
        "regexall(\"(x+x+)+y\", join(\"\", [for i in range(1000) : \"x\"]))",
        "[for a in range(300) : [for b in range(300) : b]]",
        "format(\"%9999999999d\", 1)",
        "pow(10, 100000)",
        "tonumber(\"1e999999999\")",
        "1e999999999",
        "indent(1000000, \"\\n\\n\\n\\n\\n\\n\\n\\n\")",
        "parseint(join(\"\", [for i in range(1024) : \"9\"]), 10)",
        "cidrsubnet(\"::/0\", 128, 1)",
        "cidrsubnet(\"10.0.0.0/8\", 2147483647, 0)",
        "element([1], 1e30)",
        "substr(\"abc\", 1e30, 1)",
        "jsondecode(\"[[[[[[[[[[[[[[[[[[[[\")",
        "yamldecode(\"a: &a [*a]\")",
        "csvdecode(\"\")",
        "chunklist([1], -1)",
        "slice([1], 2, 1)",
        "timeadd(\"2020-01-01T00:00:00Z\", \"999999999999h\")",
      })
  void largeWorkEnds(String expression) {
    var read = InMemory.configuration("output \"o\" { value = %s }".formatted(expression));
    assertThat(read.outputs()).containsKey("o");
  }

  @Test
  void aRecursiveModuleEnds() {
    var read =
        InMemory.configuration(
            Map.of(
                "main.tf",
                "module \"m\" { source = \"./m\" }",
                "m/m.tf",
                "module \"m\" { source = \"../m\" }"));
    assertThat(read.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("recursive"));
  }

  @Test
  void manyModulesReachTheBound() {
    String twice = "module \"a\" { source = \"../%s\" }\nmodule \"b\" { source = \"../%s\" }\n";
    Map<String, String> files =
        IntStream.range(0, 31)
            .boxed()
            .collect(
                Collectors.toMap(
                    i -> i == 0 ? "main.tf" : "m%d/main.tf".formatted(i),
                    i ->
                        (i == 0 ? twice.replace("../", "./") : twice)
                            .formatted("m" + (i + 1), "m" + (i + 1))));
    var read = InMemory.configuration(files);
    assertThat(read.problems())
        .anySatisfy(p -> assertThat(p.message()).contains("modules are called"));
  }

  @Test
  void tenThousandInstances() {
    var read =
        InMemory.configuration(
            """
            locals { all = { for i in flatten([for a in range(10) : [for b in range(1000) : a * 1000 + b]]) : "k${i}" => i } }
            resource "aws_a" "a" {
              for_each = local.all
              name = "n-${each.key}"
              port = each.value + 1
            }
            resource "aws_b" "b" {
              for_each = aws_a.a
              a = each.value.id
              other = aws_a.a[each.key].arn
            }
            """);
    assertThat(read.resources()).hasSize(20_000);
  }

  @Test
  void largeSetsOfObjectsAreMade() {
    var read =
        InMemory.configuration(
            """
            locals { l = flatten([for i in range(200) : [for j in range(100) : { a = i * 100 + j }]]) }
            output "n" { value = length(toset(concat(local.l, local.l))) }
            """);
    assertThat(InMemory.output(read, "n").sole()).contains(Node.num(20_000));
  }

  @Test
  void chainsOfConditionsThatAreNotKnownAreNotTriedTwice() {
    var chain = new StringBuilder("\"end\"");
    for (int i = 0; i < 40; i++) {
      chain.insert(0, "var.v == \"%d\" ? \"%d\" : (".formatted(i, i)).append(")");
    }
    var read = InMemory.configuration("variable \"v\" {}\noutput \"o\" { value = " + chain + " }");
    assertThat(InMemory.output(read, "o").cases()).hasSize(41);
  }
}
