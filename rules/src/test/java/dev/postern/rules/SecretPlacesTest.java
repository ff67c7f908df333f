package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Cloud;
import dev.postern.rule.Claim;
import dev.postern.rule.RuleInfo;
import dev.postern.text.Span;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.secrets.FoundSecret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Where secrets are found, what they are called, and that they are not shown.
final class SecretPlacesTest {
  private static final String PASSWORD = "kV9-tr4in-Moss";
  private static final RuleInfo RULE =
      new BuiltIn()
          .rules().stream()
              .filter(rule -> rule.name().equals("hard-coded-secret"))
              .findFirst()
              .orElseThrow();

  @Test
  void eachFormIsFoundByItsCharactersAlone() {
    Cloud cloud =
        ExampleCloud.read(
                "yaml",
                """
                Resources:
                  Api:
                    Type: AWS::Lambda::Function
                    Properties:
                      Environment:
                        Variables:
                          API_KEY: sk-live-4eC39HqLyjWDarjtT1zdp7dcQwErTyUi
                          URL: postgres://u:kV9-tr4in-Moss@h/db
                          SHA: 3f786850e387550fdab836ed7e6dc881de23001b
                          NAME: MyVeryLongLogicalResourceNameForTheStack
                  S:
                    Type: AWS::SecretsManager::Secret
                    Properties:
                      SecretString: '{"username":"admin","password":"kV9-tr4in-Moss"}'
                """)
            .cloud();
    assertThat(texts(cloud))
        .containsExactly("sk-live-4eC39HqLyjWDarjtT1zdp7dcQwErTyUi", PASSWORD, PASSWORD);
    assertThat(titles(cloud))
        .containsExactly(
            "Stripe key in environment variable `API_KEY`",
            "password in a connection string in environment variable `URL`",
            "password in `SecretString`");
  }

  @Test
  void base64UserDataIsSearched() {
    Cloud cloud =
        ExampleCloud.read(
                "yaml",
                """
                Resources:
                  Web:
                    Type: AWS::EC2::Instance
                    Properties:
                      UserData: IyEvYmluL3NoCmV4cG9ydCBEQl9QQVNTV09SRD1rVjktdHI0aW4tTW9zcwo=
                """)
            .cloud();
    assertThat(titles(cloud)).containsExactly("password in user data");
  }

  @Test
  void allUsesOfADeclarationAreOneSecret() {
    Cloud cloud =
        ExampleCloud.read(
                "hcl",
                """
                variable "db_password" {
                  default = "kV9-tr4in-Moss"
                }
                resource "aws_db_instance" "db" {
                  password = var.db_password
                }
                resource "aws_lambda_function" "f" {
                  environment {
                    variables = { URL = "redis://x:${var.db_password}@h:1" }
                  }
                }
                output "copy" {
                  value = aws_db_instance.db.password
                }
                """)
            .cloud();
    assertThat(titles(cloud)).containsOnly("password in `var.db_password`").hasSizeGreaterThan(2);
    assertThat(texts(cloud)).containsOnly(PASSWORD);
  }

  @Test
  void nothingSaidShowsTheSecret() {
    Cloud cloud =
        ExampleCloud.read(
                "yaml",
                """
                Parameters:
                  DbPassword: {Type: String, Default: kV9-tr4in-Moss}
                Resources:
                  Db:
                    Type: AWS::RDS::DBInstance
                    Properties: {MasterUserPassword: !Ref DbPassword}
                """)
            .cloud();
    List<Claim> claims = claims(cloud);
    assertThat(claims).isNotEmpty();
    for (Claim claim : claims) {
      assertThat(claim.title().orElseThrow()).doesNotContain(PASSWORD);
      assertThat(claim.verdict().evidence().stream().map(Evidence::fact))
          .noneMatch(fact -> fact.contains(PASSWORD));
    }
    assertThat(FoundSecret.places(cloud).values().stream().flatMap(List::stream).map(Span::text))
        .containsExactly(PASSWORD);
  }

  /// Whatever a folder says that leads to no resource, and whatever its functions read.
  @Test
  void everyStringOfAFolderIsSearched() {
    String start = "#!/bin/sh\nexport DB_PASSWORD=kV9-tr4in-Moss\n";
    Cloud cloud =
        ExampleCloud.read(
                Map.of(
                    "main.tf",
                    """
                    provider "aws" {
                      secret_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzKEYabc"
                      assume_role {
                        external_id = "${var.id}"
                      }
                    }
                    terraform {
                      backend "pg" {
                        conn_str = "postgres://u:kV9-tr4in-Moss@h/db"
                      }
                    }
                    data "http" "token" {
                      request_headers = merge({}, { Authorization = "Bearer ${var.id} ghp_16C7e42F292c6912E7710c838347Ae178B4a" })
                    }
                    module "missing" {
                      source   = "example/db/aws"
                      password = "kV9-tr4in-Moss"
                    }
                    resource "aws_db_instance" "off" {
                      count    = 0
                      password = "kV9-tr4in-Moss"
                    }
                    resource "aws_instance" "plain" {
                      user_data = file("start.sh")
                    }
                    resource "aws_instance" "encoded" {
                      user_data_base64 = base64encode(file("start.sh"))
                    }
                    resource "aws_instance" "template" {
                      user_data = templatefile("start.tpl", { id = var.id })
                    }
                    resource "null_resource" "made" {
                      provisioner "local-exec" {
                        command = "mysql --password=kV9-tr4in-Moss ${var.id}"
                      }
                    }
                    variable "id" {}
                    """,
                    "start.sh",
                    start,
                    "start.tpl",
                    start + "echo ${id}\n",
                    "terraform.tfvars",
                    "nobody_declares_password = \"kV9-tr4in-Moss\"\n"))
            .cloud();
    assertThat(titles(cloud))
        .containsOnly(
            "AWS secret access key in `secret_key`",
            "password in a connection string in `conn_str`",
            "GitHub token in `Authorization`",
            "password in `password`",
            "password in `start.sh`",
            "password in `start.tpl`",
            "password in `command`",
            "password in `var.nobody_declares_password`");
    assertThat(texts(cloud)).allMatch(text -> text.length() <= 40);
  }

  private static List<Claim> claims(Cloud cloud) {
    return cloud.resources().stream()
        .flatMap(r -> RULE.judge().judge(r, cloud).claims().stream())
        .toList();
  }

  private static List<String> titles(Cloud cloud) {
    return claims(cloud).stream().map(claim -> claim.title().orElseThrow()).toList();
  }

  private static List<String> texts(Cloud cloud) {
    return claims(cloud).stream()
        .map(Claim::verdict)
        .map(Verdict::evidence)
        .map(evidence -> evidence.getFirst().origin().source().text())
        .toList();
  }
}
