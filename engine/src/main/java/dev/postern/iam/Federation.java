package dev.postern.iam;

import dev.postern.policy.document.Arns;
import dev.postern.policy.document.Condition;
import dev.postern.policy.document.Operator;
import dev.postern.policy.document.Operator.Quantifier;
import dev.postern.policy.document.Pattern;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.policy.document.Principal;
import dev.postern.policy.document.Principals.Named;
import dev.postern.policy.document.Statement;
import dev.postern.rule.Witness;
import dev.postern.value.Evidence;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Whether a trust policy lets in strangers who share an identity provider: pipelines of anyone on
/// GitHub, GitLab or HCP Terraform.
///
/// @see <a
///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html">roles
///   for OpenID Connect</a>
public final class Federation {
  /// A provider that many tenants share.
  ///
  /// @param host the issuer, as ARNs of providers end and condition keys begin
  /// @param key the claim that names the tenant
  /// @param start what comes before the tenant's name in its value
  private record Shared(String host, String key, String start) {}

  private static final List<Shared> SHARED =
      List.of(
          new Shared("token.actions.githubusercontent.com", "sub", "repo:"),
          new Shared("gitlab.com", "sub", "project_path:"),
          new Shared("app.terraform.io", "sub", "organization:"),
          new Shared("cognito-identity.amazonaws.com", "aud", ""),
          new Shared("oidc.circleci.com", "aud", ""),
          new Shared("accounts.google.com", "aud", ""),
          new Shared("agent.buildkite.com", "sub", "organization:"));

  private Federation() {}

  /// Whether people come in through a SAML provider.
  public static boolean isForPeople(PolicyDocument trust) {
    return trust.statements().stream()
        .filter(statement -> statement.allows() != Truth.FALSE)
        .flatMap(statement -> statement.principals().listed().stream())
        .anyMatch(named ->
            named.principal() instanceof Principal.Federated(var provider)
                && Arns.known(provider).contains(":saml-provider/"));
  }

  /// A request of a tenant that no policy names.
  public static Witness.Request stranger() {
    return new Witness.Request(
        "a pipeline of anyone", "sts:AssumeRoleWithWebIdentity", "this role", new TreeMap<>());
  }

  /// Whether assertions of a SAML provider are taken whatever application they were made for.
  public static Verdict takesAnySamlAudience(PolicyDocument trust) {
    var verdicts = new ArrayList<Verdict>();
    for (Statement statement : trust.statements()) {
      boolean confined =
          statement.conditions().stream()
              .anyMatch(c -> c.operator().isEmpty() || c.name().startsWith("saml:"));
      for (Named named : statement.principals().listed()) {
        if (!confined
            && named.principal() instanceof Principal.Federated(var provider)
            && Arns.known(provider).contains(":saml-provider/")) {
          verdicts.add(Verdict.of(statement.allows(), named.saying("for any audience")));
        }
      }
    }
    return Verdict.any(verdicts);
  }

  /// Whether a tenant that the policy does not name gets in.
  public static Verdict admitsStrangers(PolicyDocument trust) {
    Optional<List<World>> worlds = PolicyDocument.worlds(List.of(trust));
    if (worlds.isEmpty()) {
      return Verdict.undecided(
          new Evidence(trust.origin(), "depends on more conditions than are told apart"));
    }
    var answers = new LinkedHashMap<World, Verdict>();
    for (World world : worlds.get()) {
      var verdicts = new ArrayList<Verdict>();
      for (Statement statement : trust.in(world).statements()) {
        if (statement.allows() != Truth.FALSE && statement.principals().sense() == Sense.THESE) {
          statement
              .principals()
              .listed()
              .forEach(n -> judge(statement, n).ifPresent(verdicts::add));
        }
      }
      answers.put(world, Verdict.any(verdicts));
    }
    return Verdict.when(answers);
  }

  private static Optional<Verdict> judge(Statement statement, Named named) {
    if (!(named.principal() instanceof Principal.Federated(var provider))) {
      return Optional.empty();
    }
    String known = Arns.known(provider);
    return SHARED.stream()
        .filter(shared -> known.equals(shared.host()) || known.endsWith("/" + shared.host()))
        .findFirst()
        .map(shared ->
            Verdict.of(statement.allows(), named.saying("any tenant of " + shared.host()))
                .and(named(statement, shared).not()));
  }

  /// Whether the conditions name the tenant.
  private static Verdict named(Statement statement, Shared shared) {
    var verdicts = new ArrayList<Verdict>();
    for (Condition condition : statement.conditions()) {
      if (condition.operator().isEmpty()) {
        verdicts.add(Verdict.undecided(condition.saying("this condition cannot be read")));
        continue;
      }
      String key = shared.host() + ":" + shared.key();
      boolean repository =
          shared.key().equals("sub")
              && (condition.name().equals(shared.host() + ":repository")
                  || condition.name().equals(shared.host() + ":repository_owner"));
      if (condition.name().equals(key) || repository) {
        Truth fixed = fixed(condition, repository ? "" : shared.start());
        verdicts.add(
            Verdict.of(
                fixed,
                condition.saying(
                    fixed == Truth.FALSE ? "takes in tenants of any name" : "names the tenant")));
      }
    }
    return Verdict.any(verdicts);
  }

  private static Truth fixed(Condition condition, String start) {
    Operator operator = condition.operator().orElseThrow();
    boolean vacuous =
        operator.ifExists()
            || operator.base() == Operator.Base.NULL
            || operator.base().negated()
            || operator.quantifier() == Quantifier.FOR_ALL_VALUES;
    if (vacuous) {
      return Truth.FALSE;
    }
    Truth all = Truth.TRUE;
    for (Pattern value : condition.values()) {
      all = all.and(tenant(value, start, operator.base().wildcards()));
    }
    return all;
  }

  /// Whether the tenant's name, up to the first `/` after `start`, has no wildcard.
  private static Truth tenant(Pattern value, String start, boolean wildcards) {
    if (!wildcards) {
      return Truth.TRUE;
    }
    String known = value.text().prefix();
    String rest = known.startsWith(start) ? known.substring(start.length()) : known;
    int end = rest.length();
    for (char stop : new char[] {'/', ':'}) {
      int at = rest.indexOf(stop);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    boolean whole = end < rest.length() || value.text().literal().isPresent();
    String tenant = rest.substring(0, end);
    if (tenant.indexOf('*') >= 0 || tenant.indexOf('?') >= 0) {
      return Truth.FALSE;
    }
    return whole && !tenant.isEmpty() && known.startsWith(start)
        ? Truth.TRUE
        : whole ? Truth.FALSE : Truth.UNKNOWN;
  }
}
