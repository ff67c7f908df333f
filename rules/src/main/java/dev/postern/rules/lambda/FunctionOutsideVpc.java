package dev.postern.rules.lambda;

import dev.postern.model.Cloud;
import dev.postern.model.Strings;
import dev.postern.rule.Claim;
import dev.postern.rule.CloudCheck;
import dev.postern.rule.Judgement;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.lambda.Function;
import dev.postern.view.lambda.VpcEndpoints;
import java.util.List;

/// The function is configured with an endpoint that only machines in its VPC reach, but runs
/// outside of any VPC: either it does not work, or the resource is opened to the Internet to make
/// it work.
///
/// A function is configured with such an endpoint when a string of it refers to the endpoint or
/// address of a database, cache, search domain, broker or stream of the same unit that is not
/// public, or is a private address. A function that needs nothing in a VPC is not concerned by
/// being outside of one.
///
/// ```yaml finding
/// Resources:
///   Db:
///     Type: AWS::RDS::DBInstance
///     Properties: {PubliclyAccessible: false}
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       Environment:
///         Variables:
///           DB_HOST: !GetAtt Db.Endpoint.Address # here
/// ```
///
/// ```yaml finding
/// Resources:
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       Environment:
///         Variables: {CACHE: "redis://10.0.3.7:6379"} # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Db:
///     Type: AWS::RDS::DBInstance
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       VpcConfig: {SubnetIds: [subnet-1], SecurityGroupIds: [sg-1]}
///       Environment:
///         Variables:
///           DB_HOST: !GetAtt Db.Endpoint.Address
/// ```
///
/// ```yaml clean
/// Resources:
///   Table:
///     Type: AWS::DynamoDB::Table
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       Environment:
///         Variables:
///           TABLE: !Ref Table
/// ```
///
/// ```hcl finding
/// resource "aws_db_instance" "db" {
///   publicly_accessible = false
/// }
///
/// resource "aws_lambda_function" "api" {
///   environment {
///     variables = {
///       DB_HOST = aws_db_instance.db.address # here
///     }
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_dynamodb_table" "t" {
///   name = "orders"
/// }
///
/// resource "aws_lambda_function" "api" {
///   environment {
///     variables = {
///       TABLE = aws_dynamodb_table.t.name
///     }
///   }
/// }
/// ```
@Rule(
    title = "function outside a VPC uses what is reachable only inside one",
    severity = Severity.MEDIUM,
    serves = {"F13"},
    fix = "give the function a `VpcConfig` with private subnets and a security group of its own",
    price =
        "the function then reaches the Internet only through NAT, and AWS services through NAT or"
            + " endpoints")
public final class FunctionOutsideVpc implements CloudCheck<Function> {
  @Override
  public Judgement judge(Function function, Cloud cloud) {
    Verdict outside = function.subnets().isEmpty();
    return Judgement.of(
        Strings.of(function.resource()).stream()
            .flatMap(leaf ->
                VpcEndpoints.in(leaf, function.resource(), cloud)
                    .map(v -> Verdict.within(List.of(leaf.when()), v))
                    .stream())
            .map(v -> Claim.of(v.and(outside)))
            .toList());
  }
}
