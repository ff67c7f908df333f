package dev.postern.rules.ec2;

import dev.postern.model.Cloud;
import dev.postern.model.Property;
import dev.postern.rule.CloudCheck;
import dev.postern.rule.Judgement;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.ec2.Machine;
import dev.postern.view.ec2.Volume;

/// The disks that an instance, launch template or launch configuration creates hold what the
/// machine writes. EBS encrypts them only where it is told to, where the image or snapshot is
/// encrypted, or where encryption by default is on for the account and Region, which counts when
/// this unit switches it on.
///
/// A device with a snapshot inherits its encryption, and a machine for which no device is written
/// takes those of its image.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       BlockDeviceMappings:
///         - DeviceName: /dev/sdb
///           Ebs: {VolumeSize: 8, Encrypted: false} # here
/// ```
///
/// ```hcl finding
/// resource "aws_instance" "web" {
///   ebs_block_device {
///     device_name = "/dev/sdb"
///     encrypted   = false # here
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       BlockDeviceMappings:
///         - DeviceName: /dev/sdb
///           Ebs: {VolumeSize: 8, Encrypted: true}
/// ```
///
/// ```hcl clean
/// resource "aws_instance" "web" {
///   ebs_block_device {
///     device_name = "/dev/sdb"
///     encrypted   = true
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Resources:
///   Web:
///     Type: AWS::EC2::LaunchTemplate
///     Properties:
///       LaunchTemplateData:
///         BlockDeviceMappings:
///           - DeviceName: /dev/sdb
///             Ebs: {SnapshotId: snap-1}
/// ```
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::AutoScaling::LaunchConfiguration
///     Properties:
///       BlockDeviceMappings:
///         - DeviceName: /dev/sdb
///           Ebs: {VolumeSize: 8} # here
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties: {ImageId: ami-1}
/// ```
@Rule(
    title = "disk of a machine is not encrypted",
    severity = Severity.HIGH,
    serves = {"P3.1"},
    fix = "set `Encrypted` to true, best with a customer key",
    price = "machines are replaced")
public final class BlockDeviceNotEncrypted implements CloudCheck<Machine> {

  @Override
  public Judgement judge(Machine machine, Cloud cloud) {
    Verdict named = machine.blockDeviceMappings().isWritten();
    Verdict plain =
        machine
            .blockDeviceMappings()
            .any(device -> plain(device.at("Ebs")).and(device.at("Ebs").isWritten()));
    return Judgement.where(
        named, plain.and(Volume.encryptedByDefault(machine.resource(), cloud).not()));
  }

  private static Verdict plain(Property disk) {
    Property encrypted = disk.at("Encrypted");
    if (encrypted.isWritten().possible()) {
      return encrypted.is(true).not();
    }
    Evidence here = new Evidence(disk.value().origin(), "Encrypted is not set");
    return disk.at("SnapshotId").isWritten().possible()
        ? Verdict.undecided(here.saying("its snapshot may be encrypted"))
        : Verdict.yes(here);
  }
}
