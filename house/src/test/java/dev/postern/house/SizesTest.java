package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.house.Project.Source;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.LineNumberInfo;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A file is one idea, a rule is read at a glance, and a method fits a screen.
final class SizesTest {
  private static final int FILE = 300;
  private static final int RULE = 60;
  private static final int METHOD = 60;
  private static final Pattern NOT_CODE = Pattern.compile("\\s*(///.*|//.*|import .*|package .*)?");
  private static final Pattern ANNOTATION = Pattern.compile("(?s)\n@Rule\\(.*?\\)\n(?=public)");

  @Test
  void filesHoldOneIdea() {
    var tooLong = new ArrayList<String>();
    for (Source source : Project.sources()) {
      long lines = source.text().lines().count();
      if (source.isIn("engine") && source.isMain() && lines > FILE) {
        tooLong.add("%s has %d lines of %d".formatted(source.path(), lines, FILE));
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void rulesAreShort() {
    var tooLong = new ArrayList<String>();
    for (Source source : Project.sources()) {
      if (source.isIn("rules") && source.isMain() && source.text().contains("\n@Rule(")) {
        long lines =
            ANNOTATION
                .matcher(source.text())
                .replaceFirst("\n")
                .lines()
                .filter(line -> !NOT_CODE.matcher(line).matches())
                .count();
        if (lines > RULE) {
          tooLong.add("%s has %d lines of code of %d".formatted(source.path(), lines, RULE));
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void methodsFitAScreen() {
    var tooLong = new ArrayList<String>();
    for (ClassModel model : Classes.all()) {
      for (MethodModel method : model.methods()) {
        int lines = lines(method);
        if (lines > METHOD && !isGenerated(model, method)) {
          tooLong.add(
              "%s.%s spans %d lines"
                  .formatted(Classes.nameOf(model), method.methodName().stringValue(), lines));
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  /// What nobody wrote as one method: initializers of fields, and the list of rules.
  private static boolean isGenerated(ClassModel model, MethodModel method) {
    return method.methodName().stringValue().startsWith("<")
        || Classes.nameOf(model).startsWith("rules.BuiltIn");
  }

  /// From the first statement to the last.
  private static int lines(MethodModel method) {
    List<LineNumberInfo> infos =
        method
            .findAttribute(Attributes.code())
            .flatMap(code -> code.findAttribute(Attributes.lineNumberTable()))
            .map(table -> table.lineNumbers())
            .orElse(List.of());
    IntSummaryStatistics lines =
        infos.stream().mapToInt(LineNumberInfo::lineNumber).summaryStatistics();
    return infos.isEmpty() ? 0 : lines.getMax() - lines.getMin() + 1;
  }
}
