package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Inputs that pattern matchers get wrong, and the right answer: what policies and ACLs allow.
final class HardPolicyInputsTest {
  private static final String ANYONE = "resource-policy-open-to-anyone";
  private static final String IDENTITY =
      "wildcard-.*|allows-.*|sensitive-without-.*|privilege-escalation|broad-managed-policy|"
          + "resource-policy-open-to-.*|action-outside-resource";

  private static final String BUCKET_POLICY =
      """
      Resources:
        B: {Type: AWS::S3::Bucket}
        P:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref B
            PolicyDocument:
              Version: 2012-10-17
              Statement:
                - {Effect: %s, Principal: %s, Action: 's3:GetObject', Resource: !Sub '${B.Arn}/*'%s}
      """;

  private static final String ROOT =
      "{AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}";

  @Test
  void oneStatementForTheAccountOfEachRegionIsOneFinding() {
    String template =
        """
        Parameters:
          Area: {Type: String, AllowedValues: [a, b, c, d, e]}
        Mappings:
          Accounts:
            a: {Id: "111111111111"}
            b: {Id: "222222222222"}
            c: {Id: "333333333333"}
            d: {Id: "444444444444"}
            e: {Id: "555555555555"}
        Resources:
          P:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: logs
              PolicyDocument:
                Statement:
                  Effect: Allow
                  Principal:
                    AWS: !Join ['', ['arn:aws:iam::', !FindInMap [Accounts, !Ref Area, Id], ':root']]
                  Action: s3:PutObject
                  Resource: arn:aws:s3:::logs/*
        """;
    assertThat(
            ExampleCloud.told(
                ExampleCloud.read("yaml", template), "resource-policy-open-to-accounts"))
        .hasSize(1);
  }

  @Test
  void aStatementOfAnEventBusIsAPolicy() {
    String template =
        """
        Resources:
          Open:
            Type: AWS::Events::EventBusPolicy
            Properties:
              StatementId: open
              Statement: {Effect: Allow, Principal: '*', Action: 'events:PutEvents', Resource: '*'}
          Ours:
            Type: AWS::Events::EventBusPolicy
            Properties:
              StatementId: ours
              Statement:
                Effect: Allow
                Principal: '*'
                Action: events:PutEvents
                Resource: '*'
                Condition: {StringEquals: {'aws:PrincipalOrgID': o-1234567890}}
        """;
    assertThat(ExampleCloud.told(ExampleCloud.read("yaml", template), ANYONE + "|malformed-policy"))
        .containsExactly("violated resource-policy-open-to-anyone Open");
  }

  @Test
  void aVaultForEverybodyIsOpen() {
    String vault =
        """
        resource "aws_glacier_vault" "v" {
          name          = "v"
          access_policy = jsonencode({
            Statement = [
              { Effect = "Allow", Principal = "*", Action = "glacier:*", Resource = "*" }
            ]
          })
        }
        """;
    assertThat(terraform(ANYONE, vault))
        .containsExactly("violated resource-policy-open-to-anyone aws_glacier_vault.v");
  }

  @Test
  void everyResourceOfAKeyPolicyIsTheKey() {
    String template =
        """
        Resources:
          K:
            Type: AWS::KMS::Key
            Properties:
              KeyPolicy:
                Version: 2012-10-17
                Statement:
                  - {Effect: Allow, Principal: %s, Action: 'kms:*', Resource: '*'}
        """;
    assertThat(told(IDENTITY, template.formatted(ROOT))).isEmpty();
    assertThat(told(IDENTITY, template.formatted("'*'")))
        .containsExactly("violated " + ANYONE + " K");
  }

  @Test
  void aDocumentIsJudgedByWhatItIsAttachedTo() {
    String document =
        """
        data "aws_caller_identity" "me" {}
        data "aws_iam_policy_document" "d" {
          statement {
            actions   = ["kms:Decrypt", "kms:PutKeyPolicy"]
            resources = ["*"]
            %s
          }
        }
        """;
    String root =
        """
        principals {
          type        = "AWS"
          identifiers = ["arn:aws:iam::${data.aws_caller_identity.me.account_id}:root"]
        }
        """;
    String key =
        """
        resource "aws_kms_key" "k" {
          policy = data.aws_iam_policy_document.d.json
        }
        """;
    String separate =
        """
        resource "aws_kms_key" "k" {}
        resource "aws_kms_key_policy" "p" {
          key_id = aws_kms_key.k.id
          policy = data.aws_iam_policy_document.d.json
        }
        """;
    String policy =
        """
        resource "aws_iam_policy" "p" {
          policy = data.aws_iam_policy_document.d.json
        }
        """;
    assertThat(terraform(IDENTITY, document.formatted(root) + key)).isEmpty();
    assertThat(terraform(IDENTITY, document.formatted(root) + separate)).isEmpty();
    assertThat(terraform(IDENTITY, document.formatted("") + policy))
        .containsExactly("violated sensitive-without-condition aws_iam_policy.p");
  }

  @ParameterizedTest
  @CsvSource({
    "ArnLike, aws:PrincipalArn, arn:aws:iam::111122223333:role/web",
    "StringEquals, aws:PrincipalOrgID, o-a1b2c3d4e5",
    "StringEquals, aws:PrincipalAccount, 111122223333",
    "StringEquals, aws:SourceVpce, vpce-0a1b2c3d",
    "IpAddress, aws:SourceIp, 203.0.113.0/24"
  })
  void aConditionConfinesEverybody(String operator, String key, String value) {
    assertThat(bucketPolicy("Allow", operator, key, value)).isEmpty();
    assertThat(terraformBucketPolicy("Allow", operator, key, value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Bool, aws:SecureTransport, true",
    "StringEquals, s3:prefix, public",
    "StringLike, aws:PrincipalOrgID, *",
    "ArnLike, aws:PrincipalArn, *",
    "IpAddress, aws:SourceIp, 0.0.0.0/0",
    "ForAllValues:StringEquals, aws:PrincipalOrgID, o-a1b2c3d4e5",
    "StringEqualsIfExists, aws:PrincipalOrgID, o-a1b2c3d4e5",
    "StringNotEquals, aws:PrincipalOrgID, o-a1b2c3d4e5"
  })
  void aConditionThatStrangersMeetConfinesNobody(String operator, String key, String value) {
    assertThat(bucketPolicy("Allow", operator, key, value))
        .containsExactly("violated " + ANYONE + " P");
    assertThat(terraformBucketPolicy("Allow", operator, key, value))
        .containsExactly("violated " + ANYONE + " aws_s3_bucket_policy.p");
  }

  private static final String KEY =
      """
      Resources:
        K:
          Type: AWS::KMS::Key
          Properties:
            KeyPolicy:
              Statement:
                Effect: Allow
                Principal: {AWS: '*'}
                Action: ['kms:Encrypt', 'kms:Decrypt']
                Resource: '*'
                Condition: {StringEquals: {'%s': '%s'}}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"kms:CallerAccount", "aws:SourceAccount", "aws:PrincipalAccount"})
  void theCallersAccountConfinesAKeyPolicy(String condition) {
    assertThat(told(ANYONE, KEY.formatted(condition, "111122223333"))).isEmpty();
  }

  @Test
  void whatTheCallerChoosesConfinesNoKeyPolicy() {
    assertThat(told(ANYONE, KEY.formatted("aws:PrincipalTag/team", "shop")))
        .containsExactly("violated " + ANYONE + " K");
    for (String chosen :
        List.of("kms:EncryptionContext:app", "kms:EncryptionContextKeys", "kms:ViaService")) {
      assertThat(told(ANYONE, KEY.formatted(chosen, "shop")))
          .as(chosen)
          .containsExactly("violated " + ANYONE + " K");
    }
  }

  @Test
  void whatAnEnclaveProvesIsNotKnownToConfine() {
    assertThat(told(ANYONE, KEY.formatted("kms:RecipientAttestation:PCR0", "ab12")))
        .containsExactly("undecided " + ANYONE + " K");
  }

  @Test
  void everybodyInADenyIsHarmless() {
    assertThat(told(ANYONE, BUCKET_POLICY.formatted("Deny", "'*'", ""))).isEmpty();
    assertThat(bucketPolicy("Deny", "Bool", "aws:SecureTransport", "false")).isEmpty();
    assertThat(terraformBucketPolicy("Deny", "Bool", "aws:SecureTransport", "false")).isEmpty();
    assertThat(told(ANYONE, BUCKET_POLICY.formatted("Allow", "'*'", "")))
        .containsExactly("violated " + ANYONE + " P");
  }

  private static final String ACL =
      """
      resource "aws_s3_bucket" "b" {}
      resource "aws_s3_bucket_ownership_controls" "b" {
        bucket = aws_s3_bucket.b.id
        rule {
          object_ownership = "ObjectWriter"
        }
      }
      resource "aws_s3_bucket_acl" "b" {
        bucket = aws_s3_bucket.b.id
        acl    = "public-read"
      }
      """;

  private static final String BLOCK =
      """
      resource "aws_s3_bucket_public_access_block" "b" {
        bucket                  = %s
        block_public_acls       = %s
        ignore_public_acls      = %s
        block_public_policy     = %s
        restrict_public_buckets = %s
      }
      """;

  @Test
  void aPublicAclThatIsIgnoredLetsNobodyIn() {
    String acl = "bucket-acl-is-public";
    String on = BLOCK.formatted("aws_s3_bucket.b.id", true, true, true, true);
    String off = BLOCK.formatted("aws_s3_bucket.b.id", true, false, true, true);
    assertThat(terraform(acl, ACL)).containsExactly("violated " + acl + " aws_s3_bucket.b");
    assertThat(terraform(acl, ACL + on))
        .containsExactly("violated " + acl + " aws_s3_bucket.b as info");
    assertThat(terraform(acl, ACL + off)).containsExactly("violated " + acl + " aws_s3_bucket.b");
  }

  @Test
  void aBlockInAModuleCounts() {
    String acl = "bucket-acl-is-public";
    String call =
        """
        module "block" {
          source = "./block"
          bucket = aws_s3_bucket.b.id
          on     = %s
        }
        """;
    String module =
        "variable \"bucket\" {}\nvariable \"on\" {}\n"
            + BLOCK.formatted("var.bucket", true, "var.on", true, "var.on");
    assertThat(files(acl, Map.of("main.tf", ACL + call.formatted(true), "block/main.tf", module)))
        .containsExactly("violated " + acl + " aws_s3_bucket.b as info");
    assertThat(files(acl, Map.of("main.tf", ACL + call.formatted(false), "block/main.tf", module)))
        .containsExactly("violated " + acl + " aws_s3_bucket.b");
  }

  @Test
  void aPublicPolicyThatIsRestrictedLetsNobodyIn() {
    String policy =
        """
        resource "aws_s3_bucket" "b" {}
        resource "aws_s3_bucket_policy" "p" {
          bucket = aws_s3_bucket.b.id
          policy = jsonencode({
            Statement = [{
              Effect = "Allow", Principal = "*", Action = "s3:GetObject"
              Resource = "${aws_s3_bucket.b.arn}/*"
            }]
          })
        }
        """;
    String on = BLOCK.formatted("aws_s3_bucket.b.id", false, false, false, true);
    String off = BLOCK.formatted("aws_s3_bucket.b.id", true, true, false, false);
    String found = "violated " + ANYONE + " aws_s3_bucket_policy.p";
    assertThat(terraform(ANYONE, policy + on)).containsExactly(found + " as info");
    assertThat(terraform(ANYONE, policy + off)).containsExactly(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "aws-cn", "aws-us-gov", "${local.partition}", "${var.partition}"})
  void thePartitionOfAManagedPolicyDoesNotMatter(String partition) {
    String attachment =
        """
        data "aws_partition" "current" {}
        variable "partition" {}
        locals {
          partition = data.aws_partition.current.partition
        }
        resource "aws_iam_role" "r" {
          assume_role_policy = "{}"
        }
        resource "aws_iam_role_policy_attachment" "a" {
          role       = aws_iam_role.r.name
          policy_arn = "arn:%s:iam::%s:policy/AdministratorAccess"
        }
        """;
    assertThat(terraform(IDENTITY, attachment.formatted(partition, "aws")))
        .containsExactly("violated broad-managed-policy aws_iam_role.r");
    assertThat(terraform(IDENTITY, attachment.formatted(partition, "111122223333"))).isEmpty();
  }

  @Test
  void thePartitionOfATemplateDoesNotMatter() {
    String role =
        """
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {}
              ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::%s:policy/AdministratorAccess']
        """;
    assertThat(told(IDENTITY, role.formatted("aws")))
        .containsExactly("violated broad-managed-policy R");
    assertThat(told(IDENTITY, role.formatted("${AWS::AccountId}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "s3:*, arn:P:s3:::*, violated allows-whole-service P",
    "s3:*, arn:P:s3:::A-R-logs, violated wildcard-action P",
    "dynamodb:*, arn:P:dynamodb:*:A:*, violated allows-whole-service P",
    "iam:PutRolePolicy, arn:P:iam::A:role/*, violated allows-iam-modification P",
    "iam:PutRolePolicy, arn:P:iam::A:role/one-role, ",
    "iam:PutRolePolicy, arn:P:iam::A:role/cdk-A-R, "
  })
  void partitionRegionAndAccountAreWordsInAnArn(String action, String arn, String expected) {
    String template =
        """
        Resources:
          P:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              PolicyDocument:
                Statement: {Effect: Allow, Action: '%s', Resource: !Sub '%s'}
        """;
    String configuration =
        """
        data "aws_partition" "p" {}
        data "aws_region" "r" {}
        data "aws_caller_identity" "a" {}
        resource "aws_iam_policy" "P" {
          policy = jsonencode({
            Statement = [{ Effect = "Allow", Action = "%s", Resource = "%s" }]
          })
        }
        """;
    List<String> told = Optional.ofNullable(expected).stream().toList();
    assertThat(
            told(
                IDENTITY,
                template.formatted(action, words(arn, "111122223333", "aws", "eu-west-1"))))
        .isEqualTo(told);
    assertThat(
            told(
                IDENTITY,
                template.formatted(
                    action,
                    words(arn, "${AWS::AccountId}", "${AWS::Partition}", "${AWS::Region}"))))
        .isEqualTo(told);
    assertThat(
            terraform(
                IDENTITY,
                configuration.formatted(
                    action,
                    words(
                        arn,
                        "${data.aws_caller_identity.a.account_id}",
                        "${data.aws_partition.p.partition}",
                        "${data.aws_region.r.name}"))))
        .isEqualTo(told.stream().map(t -> t.replace(" P", " aws_iam_policy.P")).toList());
  }

  private static String words(String arn, String account, String partition, String region) {
    return arn.replaceAll("\\bP\\b", Matcher.quoteReplacement(partition))
        .replaceAll("\\bA\\b", Matcher.quoteReplacement(account))
        .replaceAll("\\bR\\b", Matcher.quoteReplacement(region));
  }

  private static List<String> bucketPolicy(
      String effect, String operator, String key, String value) {
    String condition = ", Condition: {'%s': {'%s': '%s'}}".formatted(operator, key, value);
    return told(ANYONE, BUCKET_POLICY.formatted(effect, "'*'", condition));
  }

  private static List<String> terraformBucketPolicy(
      String effect, String operator, String key, String value) {
    return terraform(
        ANYONE,
        """
        resource "aws_s3_bucket" "b" {}
        resource "aws_s3_bucket_policy" "p" {
          bucket = aws_s3_bucket.b.id
          policy = data.aws_iam_policy_document.d.json
        }
        data "aws_iam_policy_document" "d" {
          statement {
            effect    = "%s"
            actions   = ["s3:GetObject"]
            resources = ["${aws_s3_bucket.b.arn}/*"]
            principals {
              type        = "*"
              identifiers = ["*"]
            }
            condition {
              test     = "%s"
              variable = "%s"
              values   = ["%s"]
            }
          }
        }
        """
            .formatted(effect, operator, key, value));
  }

  private static List<String> told(String rules, String template) {
    return ExampleCloud.told(ExampleCloud.read("yaml", template), rules);
  }

  private static List<String> terraform(String rules, String text) {
    return ExampleCloud.told(ExampleCloud.read("hcl", text), rules);
  }

  private static List<String> files(String rules, Map<String, String> files) {
    return ExampleCloud.told(ExampleCloud.read(files), rules);
  }
}
