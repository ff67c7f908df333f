package dev.postern.rules.form;

import java.util.List;
import java.util.stream.Stream;

/// Every form of a Terraform file.
public final class TerraformForms {
  private TerraformForms() {}

  public static List<Form> all() {
    return Stream.of(
            TerraformValues.all(),
            TerraformModules.all(),
            TerraformTexts.all(),
            TerraformDynamic.all(),
            TerraformBlocks.all())
        .flatMap(List::stream)
        .toList();
  }
}
