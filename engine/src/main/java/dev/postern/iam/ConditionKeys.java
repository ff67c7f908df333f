package dev.postern.iam;

import java.util.Map;
import java.util.Set;

/// What condition keys tell about the one who asks.
///
/// @see <a
///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">global
///   condition keys</a>
/// @see <a
///   href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">what
///   S3 takes for a fixed value</a>
final class ConditionKeys {
  private ConditionKeys() {}

  /// What a fixed value of a key pins down.
  enum Kind {
    /// An identifier that belongs to one owner: an account, an organisation, a VPC or endpoint.
    OWNER,
    /// An ARN: its account is the owner.
    ARN,
    /// A path that begins with an organisation: `o-1234567890/r-1/*`.
    ORGANISATION_PATH,
    /// `AROA...:session`.
    USER_ID,
    /// Addresses.
    ADDRESS,
    /// A fact that holds of no outsider when it is true.
    FLAG,
    /// Nothing: an outsider can have any value.
    OPEN,
    /// Not known.
    UNKNOWN
  }

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("aws:principalarn", Kind.ARN),
          Map.entry("aws:principalaccount", Kind.OWNER),
          Map.entry("aws:principalorgid", Kind.OWNER),
          Map.entry("aws:principalorgpaths", Kind.ORGANISATION_PATH),
          Map.entry("aws:principalisawsservice", Kind.FLAG),
          Map.entry("aws:principalservicename", Kind.OWNER),
          Map.entry("aws:principalservicenameslist", Kind.OWNER),
          Map.entry("aws:userid", Kind.USER_ID),
          Map.entry("aws:sourceip", Kind.ADDRESS),
          Map.entry("aws:sourcevpc", Kind.OWNER),
          Map.entry("aws:sourcevpce", Kind.OWNER),
          Map.entry("aws:sourcevpcarn", Kind.ARN),
          Map.entry("aws:vpceaccount", Kind.OWNER),
          Map.entry("aws:vpceorgid", Kind.OWNER),
          Map.entry("aws:vpceorgpaths", Kind.ORGANISATION_PATH),
          Map.entry("aws:sourcearn", Kind.ARN),
          Map.entry("aws:sourceaccount", Kind.OWNER),
          Map.entry("aws:sourceowner", Kind.OWNER),
          Map.entry("aws:sourceorgid", Kind.OWNER),
          Map.entry("aws:sourceorgpaths", Kind.ORGANISATION_PATH),
          Map.entry("kms:calleraccount", Kind.OWNER),
          Map.entry("s3:dataaccesspointaccount", Kind.OWNER),
          Map.entry("s3:dataaccesspointarn", Kind.ARN),
          Map.entry("elasticfilesystem:accessedviamounttarget", Kind.FLAG),
          Map.entry("lambda:eventsourcetoken", Kind.OWNER));

  /// Keys of every service's own request or resource, which an outsider chooses or cannot change,
  /// but which say nothing of who asks.
  private static final Set<String> OPEN_SERVICES =
      Set.of("s3", "ec2", "sqs", "sns", "sts", "dynamodb");

  /// Global keys that a request always has.
  private static final Set<String> ALWAYS =
      Set.of(
          "aws:currenttime",
          "aws:epochtime",
          "aws:requestedregion",
          "aws:securetransport",
          "aws:viaawsservice",
          "aws:principaltype",
          "aws:principalaccount",
          "aws:userid",
          "iam:passedtoservice",
          "kms:calleraccount");

  static Kind kind(String name) {
    Kind known = KINDS.get(name);
    if (known != null) {
      return known;
    }
    String prefix = name.substring(0, Math.max(0, name.indexOf(':')));
    boolean chosen = name.startsWith("kms:encryptioncontext") || name.equals("kms:viaservice");
    boolean open = chosen || prefix.equals("aws") || OPEN_SERVICES.contains(prefix);
    return open ? Kind.OPEN : Kind.UNKNOWN;
  }

  static boolean alwaysPresent(String name) {
    return ALWAYS.contains(name);
  }

  /// Why a key confines nobody.
  static String whyOpen(String name) {
    if (name.startsWith("aws:principaltag/")) {
      return "anyone can tag principals of their own so";
    }
    if (name.startsWith("aws:calledvia") || name.equals("aws:viaawsservice")) {
      return "outsiders can call through services too";
    }
    return switch (name) {
      case "sts:externalid" -> "an external id is no secret";
      case "aws:securetransport" -> "anyone can use TLS";
      case "aws:referer", "aws:useragent" -> "anyone can send any header";
      case "aws:resourceaccount", "aws:resourceorgid" -> "it says whose the resource is";
      case "aws:multifactorauthpresent", "aws:multifactorauthage" ->
          "other accounts have MFA devices too";
      default -> "it does not say who asks";
    };
  }
}
