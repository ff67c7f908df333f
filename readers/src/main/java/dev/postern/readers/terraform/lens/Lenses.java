package dev.postern.readers.terraform.lens;

import dev.postern.model.Schemas;
import dev.postern.model.TerraformSchemas;
import dev.postern.model.Unit;
import dev.postern.readers.source.Reading;
import dev.postern.readers.terraform.Terraform;
import java.util.List;

public final class Lenses {
  public static Reading apply(
      Terraform.Configuration c, Unit unit, Schemas s, TerraformSchemas t) {
    return new Reading(List.of(), c.comments(), c.files(), c.problems());
  }
}
