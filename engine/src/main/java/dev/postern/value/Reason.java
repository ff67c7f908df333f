package dev.postern.value;

/// Why something is not known.
///
/// @param kind what sort of gap it is
/// @param what the thing to name to the user, and to `--assume`: `var.name`, `parameter Env`,
///   `data.aws_ami.base.id`
public record Reason(Kind kind, String what) {

  /// The sorts of gaps.
  public enum Kind {
    /// A CloudFormation parameter or Terraform variable without a value.
    INPUT("has no value"),
    /// A data source, import or other thing that lives outside what is reviewed.
    EXTERNAL("lives outside what is reviewed"),
    /// Known only when it is applied or deployed.
    APPLY("known only at apply"),
    /// Our reader does not evaluate it.
    UNSUPPORTED("is not evaluated"),
    /// A bound on work or size was reached.
    BOUND("is larger than the reader's bound"),
    /// What is written is wrong, so that there is no value.
    INVALID("cannot be read");

    private final String says;

    Kind(String says) {
      this.says = says;
    }

    /// The words that complete a sentence that begins with [Reason#what()].
    public String says() {
      return says;
    }
  }

  @Override
  public String toString() {
    return "`" + what + "` " + kind.says();
  }
}
