package dev.postern.view.apigateway;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The OpenAPI definition of an API, from which API Gateway makes its methods or routes.
///
/// An operation is authorized by `x-amazon-apigateway-auth`, or by a security scheme that names an
/// authorizer of API Gateway's; a scheme that only describes what clients send, or asks for an API
/// key, is none.
///
/// @see <a
///   href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html">OpenAPI
///   extensions</a>
final class Definition {
  private static final String ANY = "x-amazon-apigateway-any-method";
  private static final Set<String> VERBS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", ANY);

  private final Property body;
  private final Property elsewhere;

  Definition(Resource api) {
    this.body = api.at("Body");
    this.elsewhere = api.at("BodyS3Location");
  }

  /// An operation of a path.
  ///
  /// @param open whether anybody may call it, placed at what it says of that
  /// @param preflight whether it is `OPTIONS`
  /// @param asksForKey whether callers need an API key
  record Operation(Verdict open, Verdict preflight, Verdict asksForKey) {}

  /// The operations, and one more that may be open where there may be others.
  List<Operation> operations() {
    var all = new ArrayList<Operation>();
    for (Property.Entry path : body.at("paths").entries()) {
      for (Property.Entry verb : path.property().entries()) {
        Optional<World> when = path.when().and(verb.when());
        if (when.isPresent() && VERBS.contains(verb.key().toLowerCase(Locale.ROOT))) {
          all.add(operation(path.key(), verb.key(), verb.property(), when.get()));
        }
      }
      path.property().unknownRest().ifPresent(open -> all.add(perhaps(open)));
    }
    body.at("paths").unknownRest().ifPresent(open -> all.add(perhaps(open)));
    if (elsewhere.value().cases().stream().anyMatch(c -> !(c.value() instanceof Value.Absent))) {
      var there = new Evidence(elsewhere.value().origin(), "this definition is not reviewed");
      all.add(perhaps(elsewhere.isWritten().and(Verdict.undecided(there))));
    }
    return all;
  }

  private static Operation perhaps(Verdict open) {
    return new Operation(open, Verdict.no(), Verdict.no());
  }

  private Operation operation(String path, String verb, Property declared, World when) {
    Property type = declared.at("x-amazon-apigateway-auth").at("type");
    Property security = declared.at("security");
    Verdict named = type.isWritten().and(type.isOneOf("NONE").not());
    Verdict authorized = named.or(security.any(this::authorizes));
    boolean silent = security.value() instanceof Value.Absent;
    Origin place = silent ? declared.value().origin() : security.value().origin();
    String shown = verb.equalsIgnoreCase(ANY) ? "ANY" : verb.toUpperCase(Locale.ROOT);
    Verdict open =
        authorized
            .not()
            .showing(new Evidence(place, "no authorization of `%s %s`".formatted(shown, path)));
    return new Operation(
        Verdict.within(List.of(when), silent ? open.and(ofTheWhole().not()) : open),
        Verdict.of(shown.equals("OPTIONS"), new Evidence(place, "")),
        security.any(this::asksForKey));
  }

  /// Nobody tells whether API Gateway applies the `security` of the whole definition.
  private Verdict ofTheWhole() {
    Property whole = body.at("security");
    var open =
        new Evidence(
            whole.value().origin(), "whether this holds for every operation is not documented");
    return whole.any(this::authorizes).and(Verdict.undecided(open));
  }

  private Verdict authorizes(Property requirement) {
    return ofSchemes(
        requirement,
        name -> {
          List<Property> schemes = schemes(name);
          var missing =
              new Evidence(
                  requirement.value().origin(), "no security scheme `%s` is here".formatted(name));
          // SAM writes `NONE` where an event wants no authorizer
          return schemes.isEmpty() && !name.equals("NONE")
              ? Verdict.undecided(missing)
              : Verdict.any(schemes.stream().map(Definition::isAuthorizer).toList());
        });
  }

  private Verdict asksForKey(Property requirement) {
    return ofSchemes(
        requirement, name -> Verdict.any(schemes(name).stream().map(Definition::isKey).toList()));
  }

  /// Whether it holds for any scheme that a security requirement names.
  private static Verdict ofSchemes(Property requirement, Function<String, Verdict> question) {
    Verdict any = Verdict.no();
    for (Property.Entry named : requirement.entries()) {
      any = any.or(Verdict.within(List.of(named.when()), question.apply(named.key())));
    }
    return requirement.unknownRest().map(any::or).orElse(any);
  }

  /// The security schemes of this name, as OpenAPI 3 and 2 have them.
  private List<Property> schemes(String name) {
    return Stream.of(body.at("components").at("securitySchemes"), body.at("securityDefinitions"))
        .map(all -> all.at(name))
        .filter(scheme -> !(scheme.value() instanceof Value.Absent))
        .toList();
  }

  private static Verdict isAuthorizer(Property scheme) {
    return scheme
        .at("x-amazon-apigateway-authorizer")
        .isWritten()
        .or(scheme.at("x-amazon-apigateway-authtype").isWritten());
  }

  private static Verdict isKey(Property scheme) {
    return scheme.at("name").isOneOf("x-api-key").and(isAuthorizer(scheme).not());
  }
}
