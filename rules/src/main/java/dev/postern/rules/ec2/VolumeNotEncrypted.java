package dev.postern.rules.ec2;

import dev.postern.model.Property;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.ec2.Volume;

/// An unencrypted volume gives its data to everyone who gets a snapshot of it, and encryption costs
/// nothing. EBS encrypts a volume only where it is told to, or where encryption by default is on
/// for the account and Region, which counts when this unit switches it on.
///
/// A volume from a snapshot inherits the snapshot's encryption.
///
/// ```yaml finding
/// Resources:
///   Data: # here
///     Type: AWS::EC2::Volume
///     Properties: {AvailabilityZone: eu-west-1a, Size: 8}
/// ```
///
/// ```hcl finding
/// resource "aws_ebs_volume" "data" { # here
///   availability_zone = "eu-west-1a"
///   size              = 8
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Data:
///     Type: AWS::EC2::Volume
///     Properties: {AvailabilityZone: eu-west-1a, Size: 8, Encrypted: true}
/// ```
///
/// ```hcl clean
/// resource "aws_ebs_volume" "data" {
///   availability_zone = "eu-west-1a"
///   encrypted         = true
/// }
/// ```
///
/// ```yaml undecided
/// Resources:
///   Data:
///     Type: AWS::EC2::Volume
///     Properties: {AvailabilityZone: eu-west-1a, SnapshotId: snap-1}
/// ```
///
/// ```yaml finding
/// Resources:
///   Data:
///     Type: AWS::EC2::Volume
///     Properties: {AvailabilityZone: eu-west-1a, Size: 8, Encrypted: "false"} # here
/// ```
///
/// ```hcl clean
/// resource "aws_ebs_volume" "data" {
///   availability_zone = "eu-west-1a"
/// }
///
/// resource "aws_ebs_encryption_by_default" "on" {
///   enabled = true
/// }
/// ```
@Rule(
    title = "volume is not encrypted",
    severity = Severity.HIGH,
    serves = {"P3.1"},
    fix = "set `Encrypted` to true, best with a customer key",
    price = "the volume is replaced; copy its data through an encrypted snapshot")
public final class VolumeNotEncrypted implements LocalCheck<Volume> {

  @Override
  public Judgement judge(Volume volume) {
    Property encrypted = volume.encrypted();
    Verdict plain =
        encrypted
            .is(true)
            .not()
            .and(Volume.encryptedByDefault(volume.resource(), volume.cloud()).not());
    if (encrypted.isWritten().possible()) {
      return Judgement.of(plain);
    }
    Verdict inherits = volume.snapshotId().isWritten();
    return Judgement.of(
        inherits.possible() && plain.possible()
            ? Verdict.undecided(volume.resource().evidence("its snapshot may be encrypted"))
            : plain.showing(volume.resource().evidence("Encrypted is not set")));
  }
}
