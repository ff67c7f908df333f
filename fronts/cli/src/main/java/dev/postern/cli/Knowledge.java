package dev.postern.cli;

import dev.postern.data.AwsActions;
import dev.postern.data.AwsManagedPolicies;
import dev.postern.data.AwsSchemas;
import dev.postern.data.TerraformTypes;
import dev.postern.model.Facts;
import dev.postern.model.TerraformSchemas;
import dev.postern.rule.RuleBook;
import dev.postern.rules.BuiltIn;

/// The facts and rules that every command works with; each is read when it is needed.
final class Knowledge {
  private Knowledge() {}

  static Facts facts() {
    return new Facts(new AwsActions(), new AwsManagedPolicies(), new AwsSchemas());
  }

  static TerraformSchemas terraform() {
    return new TerraformTypes();
  }

  static RuleBook rules() {
    return new BuiltIn();
  }
}
