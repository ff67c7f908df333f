package dev.postern.view.logs;

import dev.postern.model.Given;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Verdict;

/// A CloudWatch log group.
public record LogGroup(Resource resource) implements View {
  public static final ViewType<LogGroup> TYPE = ViewType.of("AWS::Logs::LogGroup", LogGroup::new);

  /// Whether its events never expire: nothing is said, or, in Terraform, 0.
  ///
  /// @see <a
  ///   href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group">aws_cloudwatch_log_group</a>
  public Verdict keepsForEver() {
    Property days = resource.at("RetentionInDays");
    Verdict silent = Given.isGiven(days).not().saying("events never expire");
    Verdict zero = days.is("0");
    return zero instanceof Verdict.Undecided ? silent : silent.or(zero);
  }
}
