package dev.postern.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/// Reads every class with `@Rule`, refuses those that break the house rules, and writes
/// `dev.postern.rules.BuiltIn` and one Markdown page per rule (`META-INF/postern/rules/NAME.md`).
public final class RuleProcessor extends AbstractProcessor {
  private static final String ANNOTATION = "dev.postern.rule.Rule";
  private final List<RuleSource> rules = new ArrayList<>();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(ANNOTATION);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        read((TypeElement) element);
      }
    }
    if (!annotations.isEmpty()) {
      rules.sort(Comparator.comparing(RuleSource::name));
      writeList();
    }
    return false;
  }

  private void read(TypeElement type) {
    Optional<String> prose =
        Optional.ofNullable(processingEnv.getElementUtils().getDocComment(type));
    RuleSource rule = RuleSource.of(type, prose.orElse(""));
    List<String> faults = rule.faults();
    faults.forEach(
        fault -> processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, fault, type));
    if (faults.isEmpty()) {
      rules.add(rule);
      writePage(rule, type);
    }
  }

  private void writePage(RuleSource rule, TypeElement type) {
    try (Writer to =
        processingEnv
            .getFiler()
            .createResource(
                StandardLocation.CLASS_OUTPUT,
                "",
                "META-INF/postern/rules/" + rule.name() + ".md",
                type)
            .openWriter()) {
      to.write(rule.prose());
    } catch (IOException e) {
      failed(e);
    }
  }

  private void writeList() {
    try (Writer to =
        processingEnv.getFiler().createSourceFile("dev.postern.rules.BuiltIn").openWriter()) {
      to.write(RuleList.source(rules));
    } catch (IOException e) {
      failed(e);
    }
  }

  private void failed(IOException e) {
    processingEnv
        .getMessager()
        .printMessage(Diagnostic.Kind.ERROR, "the rule list cannot be written: " + e);
  }
}
