package dev.postern.readers.terraform.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Node;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.readers.source.Reading;
import dev.postern.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LensesTest {

  private static Resource only(Reading reading, String type) {
    List<Resource> found = reading.resources().stream().filter(r -> r.type().equals(type)).toList();
    assertThat(found).as("%s", reading.resources()).hasSize(1);
    return found.getFirst();
  }

  /// The text that stands where the value was written.
  private static String written(Value<Node> value) {
    return value.origin().source().text();
  }

  @Test
  void placesEachPropertyWhereItIsWritten() {
    Reading reading =
        Shown.terraform(
            """
            variable "level" { default = "Enabled" }
            resource "aws_s3_bucket" "b" {
              bucket = "logs"
            }
            resource "aws_s3_bucket_versioning" "v" {
              bucket = aws_s3_bucket.b.id
              versioning_configuration { status = var.level }
            }
            """);
    Resource bucket = only(reading, "AWS::S3::Bucket");

    assertThat(bucket.address()).isEqualTo("aws_s3_bucket.b");
    assertThat(bucket.sourceType()).isEqualTo("aws_s3_bucket");
    assertThat(bucket.header().text()).isEqualTo("resource \"aws_s3_bucket\" \"b\"");
    assertThat(written(bucket.at("BucketName").value())).isEqualTo("\"logs\"");
    Value<Node> status = bucket.at("VersioningConfiguration", "Status").value();
    assertThat(status.origin().place().text()).isEqualTo("var.level");
    assertThat(status.origin().source().line()).isEqualTo(1);
    assertThat(bucket.at("VersioningConfiguration").value().origin().place().line()).isEqualTo(7);
  }

  @Test
  void placesARuleAtItsSource() {
    Reading reading =
        Shown.terraform(
            """
            resource "aws_security_group" "g" {
              ingress {
                protocol    = "tcp"
                from_port   = 22
                to_port     = 22
                cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
              }
            }
            """);
    var rules =
        only(reading, "AWS::EC2::SecurityGroup").at("SecurityGroupIngress").elements().stream()
            .map(e -> e.property())
            .toList();

    assertThat(rules).hasSize(2);
    assertThat(written(rules.get(1).at("CidrIp").value())).isEqualTo("\"0.0.0.0/0\"");
    assertThat(written(rules.get(1).at("FromPort").value())).isEqualTo("22");
    assertThat(rules.get(1).value().origin().place().text()).isEqualTo("ingress");
  }

  @Test
  void placesStatementsOfADecodedPolicy() {
    Reading reading =
        Shown.terraform(
            """
            resource "aws_iam_policy" "p" {
              policy = <<-EOT
                {"Statement": [{"Effect": "Allow", "Action": "s3:*"}]}
              EOT
            }
            """);
    var statement =
        only(reading, "AWS::IAM::ManagedPolicy").at("PolicyDocument", "Statement").elements();

    assertThat(statement).hasSize(1);
    assertThat(written(statement.getFirst().property().at("Action").value())).isEqualTo("\"s3:*\"");
  }

  @Test
  void placesOperationsOfADefinitionInYaml() {
    Reading reading =
        Shown.terraform(
            """
            resource "aws_lambda_function" "f" {}
            resource "aws_api_gateway_rest_api" "a" {
              body = <<-EOT
                paths:
                  /x:
                    get: {security: [people: []]}
                    post: {uri: "arn:${aws_lambda_function.f.arn}/invocations"}
              EOT
            }
            """);
    Property path = only(reading, "AWS::ApiGateway::RestApi").at("Body", "paths").at("/x");

    assertThat(path.at("get").at("security").value().origin().place().text())
        .isEqualTo("[people: []]");
    assertThat(path.at("post").at("uri").text().sole().orElseThrow().references())
        .singleElement()
        .extracting(Text.Part.Reference::target)
        .isEqualTo("aws_lambda_function.f");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bucket = aws_s3_bucket.b.id      | AWS::S3::Bucket
          bucket = aws_s3_bucket.b.bucket  | AWS::S3::Bucket
          bucket = var.name                | AWS::S3::Bucket
          bucket = "other"                 | terraform:aws_s3_bucket_versioning
          bucket = var.other               | terraform:aws_s3_bucket_versioning
          """)
  void joinsACompanionToTheBucketThatItNames(String link, String type) {
    Reading reading =
        Shown.terraform(
            """
            variable "name" {}
            variable "other" {}
            resource "aws_s3_bucket" "b" { bucket = var.name }
            resource "aws_s3_bucket_versioning" "v" {
              %s
              versioning_configuration { status = "Enabled" }
            }
            """
                .formatted(link));

    assertThat(reading.resources())
        .filteredOn(r -> Shown.of(r.properties()).contains("Enabled"))
        .extracting(Resource::type)
        .containsExactly(type);
  }

  @Test
  void joinsACompanionInItsWorldsOnly() {
    Reading reading =
        Shown.terraform(
            """
            variable "on" { type = bool }
            resource "aws_s3_bucket" "b" {}
            resource "aws_s3_bucket_versioning" "v" {
              count  = var.on ? 1 : 0
              bucket = aws_s3_bucket.b.id
              versioning_configuration { status = "Enabled" }
            }
            """);
    Resource bucket = only(reading, "AWS::S3::Bucket");

    assertThat(bucket.at("VersioningConfiguration").value().cases())
        .extracting(c -> c.when() + " " + Shown.of(c.value()))
        .containsExactlyInAnyOrder("var.on = true (Status=Enabled)", "var.on = false -");
  }

  @Test
  void joinsTheCompanionsOfBucketsWhoseNumberIsNotKnown() {
    Reading reading =
        Shown.terraform(
            """
            variable "names" { type = set(string) }
            resource "aws_s3_bucket" "b" {
              for_each = var.names
              bucket   = each.key
            }
            resource "aws_s3_bucket_versioning" "v" {
              for_each = var.names
              bucket   = aws_s3_bucket.b[each.key].id
              versioning_configuration { status = "Enabled" }
            }
            """);
    Resource bucket = only(reading, "AWS::S3::Bucket");

    assertThat(bucket.symbolic()).isPresent();
    assertThat(Shown.of(bucket.at("VersioningConfiguration").value()))
        .isEqualTo("(Status=Enabled)");
  }

  @Test
  void joinsAcrossModulesAndInstances() {
    Reading reading =
        Shown.terraform(
            """
            resource "aws_s3_bucket" "b" {
              for_each = toset(["x", "y"])
            }
            resource "aws_s3_bucket_acl" "a" {
              bucket = aws_s3_bucket.b["y"].id
              acl    = "public-read"
            }
            """);

    assertThat(reading.resources())
        .filteredOn(r -> Shown.of(r.properties()).contains("PublicRead"))
        .extracting(Resource::address)
        .allSatisfy(address -> assertThat(address).isEqualTo("aws_s3_bucket.b[\"y\"]"));
  }

  @Test
  void keepsSourcesThatAreNotKnown() {
    Reading reading =
        Shown.terraform(
            """
            variable "cidrs" { type = list(string) }
            resource "aws_security_group" "g" {
              ingress {
                protocol    = "tcp"
                from_port   = 443
                to_port     = 443
                cidr_blocks = var.cidrs
              }
            }
            """);
    var rules = only(reading, "AWS::EC2::SecurityGroup").at("SecurityGroupIngress").elements();

    assertThat(rules).hasSize(1);
    assertThat(Shown.of(rules.getFirst().property().value()))
        .isEqualTo("(CidrIp=<var.cidrs>, FromPort=443, IpProtocol=tcp, ToPort=443)");
  }

  @Test
  void keepsWhatHasNoLens() {
    Reading reading =
        Shown.terraform(
            """
            resource "google_storage_bucket" "b" { name = "x" }
            resource "aws_customer_gateway" "c" { bgp_asn = 65000 }
            """);

    assertThat(Shown.of(reading.resources()))
        .containsExactly(
            "terraform:aws_customer_gateway (bgp_asn=65000)",
            "terraform:google_storage_bucket (name=x)");
  }

  @Test
  void listsWhatHasNoProperty() {
    Resource group =
        only(
            Shown.terraform(
                """
                resource "aws_db_instance" "d" {
                  engine              = "postgres"
                  skip_final_snapshot = true
                  tags                = { mine = "x" }
                }
                """),
            "AWS::RDS::DBInstance");

    assertThat(Lenses.unmapped(group, Shown.SCHEMAS)).containsExactly("skip_final_snapshot");
  }

  @Test
  void namesAttributesAsCloudFormationDoes() {
    Reading reading =
        Shown.terraform(
            """
            resource "aws_lb" "l" {}
            resource "aws_route53_record" "r" {
              name    = "www"
              type    = "CNAME"
              zone_id = "Z1"
              records = [aws_lb.l.dns_name]
            }
            """);

    assertThat(Shown.of(only(reading, "AWS::Route53::RecordSet").at("ResourceRecords").value()))
        .isEqualTo("[@l.DNSName]");
  }

  @Test
  void saysWhatTheRootSays() {
    Reading reading =
        Shown.terraform(
            """
            variable "password" {
              type      = string
              default   = "hunter22"
              sensitive = true
            }
            locals { token = "abc" }
            output "url" { value = "https://u:p@example.com" }
            """);
    Resource root = only(reading, "Postern::Terraform::Root");

    assertThat(root.address()).isEqualTo(".");
    assertThat(Shown.of(root.properties()))
        .isEqualTo(
            "(Locals=(token=abc), Outputs=(url=https://u:p@example.com), Variables=(password="
                + "(Default=hunter22, Sensitive=true, Type=string)))");
    assertThat(root.at("Variables", "password", "Default").value().toString())
        .doesNotContain("hunter22");
  }

  @Test
  void saysWhatSpeaksToTerraform() {
    Resource bucket =
        only(
            Shown.terraform(
                """
                resource "aws_s3_bucket" "b" {
                  depends_on = [aws_iam_role.r]
                  lifecycle { prevent_destroy = true }
                }
                """),
            "AWS::S3::Bucket");

    assertThat(Shown.of(bucket.attributes()))
        .isEqualTo("(depends_on=[aws_iam_role.r], lifecycle=[(prevent_destroy=true)])");
  }
}
