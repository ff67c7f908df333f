package dev.postern.iam;

import dev.postern.policy.AccessLevel;
import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Actions that a review looks at closely, by their access level and a small table of our own.
///
/// @see <a
///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html">access
///   levels</a>
public final class Sensitive {
  private Sensitive() {}

  /// Actions that hand out secrets, keys or what is stored.
  private static final Set<String> READS =
      Set.of(
          "athena:getqueryresults",
          "dynamodb:batchgetitem",
          "dynamodb:exporttabletopointintime",
          "dynamodb:getitem",
          "dynamodb:getrecords",
          "dynamodb:partiqlselect",
          "dynamodb:query",
          "dynamodb:scan",
          "ebs:getsnapshotblock",
          "ec2:getpassworddata",
          "kinesis:getrecords",
          "kms:decrypt",
          "kms:generatedatakeypair",
          "rds-data:executestatement",
          "rds-db:connect",
          "redshift:getclustercredentials",
          "redshift:getclustercredentialswithiam",
          "redshift-data:getstatementresult",
          "s3:getobject",
          "s3:getobjectversion",
          "secretsmanager:batchgetsecretvalue",
          "secretsmanager:getsecretvalue",
          "sqs:receivemessage",
          "ssm:getparameter",
          "ssm:getparameterhistory",
          "ssm:getparameters",
          "ssm:getparametersbypath",
          "sts:assumerole",
          "sts:getfederationtoken");

  /// Actions of IAM that give somebody permissions or a way to use them, beside those that AWS
  /// calls permissions management.
  private static final Set<String> IDENTITIES =
      Set.of(
          "iam:addusertogroup",
          "iam:createaccesskey",
          "iam:createloginprofile",
          "iam:createrole",
          "iam:createuser",
          "iam:updateloginprofile");

  private static final Set<String> DESTROYING =
      Set.of("Delete", "Terminate", "Purge", "Destroy", "ScheduleKeyDeletion", "StopLogging");

  public static boolean managesPermissions(Actions.Action action) {
    return action.level() == AccessLevel.PERMISSIONS_MANAGEMENT;
  }

  /// Whether an action hands out secrets, keys or what is stored.
  public static boolean readsData(Actions.Action action) {
    return READS.contains(action.toString().toLowerCase(Locale.ROOT));
  }

  /// Whether an action hands out data or permissions.
  public static boolean isSensitive(Actions.Action action) {
    return managesPermissions(action) || readsData(action);
  }

  /// Whether an action destroys something. What users do to their own MFA devices does not count.
  public static boolean destroys(Actions.Action action) {
    return action.level() == AccessLevel.WRITE
        && !action.name().contains("MFADevice")
        && DESTROYING.stream().anyMatch(action.name()::startsWith);
  }

  /// The action that harms most, to show for all: by what it can do, IAM's before those of other
  /// services, then by name. Where one of IAM manages permissions no other service is read.
  static Optional<Actions.Action> worst(ActionSet actions) {
    return actions.within("iam").stream()
        .filter(Sensitive::managesPermissions)
        .findFirst()
        .or(() -> actions.stream().min(Comparator.comparingInt(Sensitive::rank)));
  }

  private static int rank(Actions.Action action) {
    int level =
        switch (action.level()) {
          case PERMISSIONS_MANAGEMENT -> 0;
          case WRITE -> 1;
          case READ -> readsData(action) ? 2 : 3;
          case LIST, TAGGING -> 4;
        };
    return 2 * level + (action.service().equals("iam") ? 0 : 1);
  }

  /// The actions of IAM that change who may do what.
  public static ActionSet iamModification(Actions table) {
    return ActionSet.matching(table, "iam:*")
        .where(action ->
            managesPermissions(action)
                || IDENTITIES.contains(action.toString().toLowerCase(Locale.ROOT)));
  }

  /// The actions that change who may do what or destroy something.
  public static boolean needsMfa(Actions.Action action) {
    return managesPermissions(action) || destroys(action);
  }
}
