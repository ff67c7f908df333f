package dev.postern.rules.ec2;

import dev.postern.model.Property;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.ec2.Machine;

/// The first version of the instance metadata service answers every plain request with the keys of
/// the instance's role. A proxy or web application that can be made to fetch a URL gives them away.
/// The second version asks for a token first, which such a request cannot get.
///
/// EC2 leaves both on unless `HttpTokens` is `required`, or the image, the account or the launch
/// template says so. An instance that names a launch template of this unit is judged there.
///
/// ```yaml finding
/// Resources:
///   Web: # here
///     Type: AWS::EC2::Instance
///     Properties: {ImageId: ami-1}
/// ```
///
/// ```hcl finding
/// resource "aws_instance" "web" { # here
///   ami = "ami-1"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       MetadataOptions: {HttpTokens: required}
/// ```
///
/// ```hcl clean
/// resource "aws_instance" "web" {
///   metadata_options {
///     http_tokens = "required"
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Tokens: {Type: String}
/// Resources:
///   Web:
///     Type: AWS::EC2::LaunchTemplate
///     Properties:
///       LaunchTemplateData:
///         MetadataOptions: {HttpTokens: !Ref Tokens}
/// ```
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::LaunchTemplate
///     Properties:
///       LaunchTemplateData:
///         MetadataOptions: {HttpTokens: optional} # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::EC2::LaunchTemplate
///     Properties:
///       LaunchTemplateData:
///         MetadataOptions: {HttpEndpoint: disabled}
/// ```
///
/// ```yaml undecided
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       LaunchTemplate: {LaunchTemplateId: lt-1, Version: "1"}
/// ```
///
/// ```hcl finding
/// resource "aws_launch_template" "web" {
///   metadata_options {
///     http_tokens = "optional" # here
///   }
/// }
/// ```
@Rule(
    title = "instance metadata is served without a token (IMDSv1)",
    severity = Severity.HIGH,
    serves = {"P1.2"},
    fix = "set `HttpTokens` to `required`",
    price = "software with an SDK older than 2019-11 loses its credentials")
public final class MetadataWithoutToken implements LocalCheck<Machine> {

  @Override
  public Judgement judge(Machine machine) {
    Property options = machine.metadataOptions();
    Property tokens = options.at("HttpTokens");
    Verdict open = tokens.is("required").not().and(options.at("HttpEndpoint").is("disabled").not());
    Verdict unset = tokens.isWritten().not();
    Verdict elsewhere = machine.launchTemplate().isWritten();
    if (machine.isInstance() && unset.possible() && elsewhere.possible()) {
      return Judgement.of(
          Verdict.undecided(machine.resource().evidence("its launch template may ask for tokens")));
    }
    return Judgement.of(
        unset.possible()
            ? open.showing(machine.resource().evidence("HttpTokens is not set; EC2 takes both"))
            : open.saying("requests without a token are answered"));
  }
}
