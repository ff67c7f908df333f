package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.text.Spelling;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The intrinsic functions, by name.
final class Functions {
  static final List<String> NAMES =
      List.of(
          "Fn::And",
          "Fn::Base64",
          "Fn::Cidr",
          "Fn::Equals",
          "Fn::FindInMap",
          "Fn::GetAZs",
          "Fn::GetAtt",
          "Fn::GetStackOutput",
          "Fn::If",
          "Fn::ImportValue",
          "Fn::Join",
          "Fn::Length",
          "Fn::Not",
          "Fn::Or",
          "Fn::Select",
          "Fn::Split",
          "Fn::Sub",
          "Fn::ToJsonString",
          "Fn::Transform",
          "Ref");

  private static final int MOST_WORLDS = 256;

  private final Problems problems;
  private final Exports exports;
  private final Includes includes;
  private final Declarations declarations;
  private final Names names;
  private final Values values;
  private final Conditions conditions;
  private final Mappings mappings;
  private final Lists lists;
  private final Sub sub;

  Functions(
      Template template,
      Inputs inputs,
      Stack stack,
      Parameters parameters,
      Work work,
      Problems problems) {
    this.problems = problems;
    exports = inputs.exports();
    includes = new Includes(inputs.beside(), problems);
    var loops = new Loops(problems, work);
    values = new Values(problems, this, loops, work);
    declarations = new Declarations(loops, values, includes, problems);
    var printed = new Printed(inputs.schemas(), values);
    names =
        new Names(
            stack,
            parameters,
            new Pseudo(inputs, stack),
            printed,
            template.hasMacro(),
            inputs.schemas(),
            problems);
    conditions =
        new Conditions(
            stack, () -> declarations.of(template.entries("Conditions")), names, values, problems);
    mappings = new Mappings(template.entries("Mappings"), names, values, problems);
    lists = new Lists(problems);
    sub = new Sub(names, values, problems);
  }

  Names names() {
    return names;
  }

  Declarations declarations() {
    return declarations;
  }

  Includes includes() {
    return includes;
  }

  Values values() {
    return values;
  }

  Conditions conditions() {
    return conditions;
  }

  Value<Node> apply(Call call, Scope scope) {
    return switch (call.name()) {
      case "Ref" -> ref(call, scope);
      case "Fn::GetAtt" -> attribute(call, scope);
      case "Fn::Sub" -> sub.apply(call, scope);
      case "Fn::If" -> choose(call, scope);
      case "Fn::FindInMap" -> mappings.find(call, scope);
      case "Fn::Base64" -> values.of(call.argument(), scope);
      case "Fn::Join" -> lifted(call, scope, 2, lists::join);
      case "Fn::Split" -> lifted(call, scope, 2, lists::split);
      case "Fn::Select" -> lifted(call, scope, 2, lists::select);
      case "Fn::Length" -> over(call, List.of(values.of(call.argument(), scope)), lists::length);
      case "Fn::Cidr" -> over(call, all(call, scope), lists::cidr);
      case "Fn::ToJsonString" -> json(call, scope);
      case "Fn::GetAZs" -> zones(call);
      case "Fn::ImportValue" ->
          over(call, List.of(values.of(call.argument(), scope)), this::imported);
      case "Fn::GetStackOutput" -> stackOutput(call, scope);
      case "Fn::Transform" -> transform(call, scope);
      case "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals", "Condition" ->
          conditions.of(call, scope).map(Node.Bool::new);
      default ->
          problems.unsupported(
              "`" + call.name() + "` is no known function" + Spelling.hint(call.name(), NAMES),
              call.name(),
              call.span());
    };
  }

  /// A function of values.
  interface Plain {
    Value<Node> apply(List<Value<Node>> arguments, Span at);
  }

  private Value<Node> lifted(Call call, Scope scope, int count, Plain function) {
    return call.arguments().size() == count && call.argument() instanceof Sequence
        ? over(call, all(call, scope), function)
        : problems.invalid(
            "`" + call.name() + "` takes a list of " + count + " values", call.name(), call.span());
  }

  private List<Value<Node>> all(Call call, Scope scope) {
    return call.arguments().stream().map(a -> values.of(a, scope)).toList();
  }

  private static Value<Node> over(Call call, List<Value<Node>> arguments, Plain function) {
    return Lift.over(
        arguments, Origin.written(call.span()), all -> function.apply(all, call.span()));
  }

  /// With the language extensions the name may be computed.
  private Value<Node> ref(Call call, Scope scope) {
    if (call.argument() instanceof Scalar name && Call.of(name).isEmpty()) {
      return names.ref(Values.key(name.text(), name.span(), scope), call.span(), scope);
    }
    return Call.of(call.argument()).isPresent()
        ? over(
            call,
            List.of(values.of(call.argument(), scope)),
            (name, at) -> named(name, at, text -> names.ref(text, at, scope)))
        : problems.invalid("`Ref` takes a name", "Ref", call.span());
  }

  /// `Resource.Attribute`, or a list of the two, of which the second may be a `Ref`.
  private Value<Node> attribute(Call call, Scope scope) {
    if (call.argument() instanceof Scalar whole && Call.of(whole).isEmpty()) {
      String text = Values.key(whole.text(), whole.span(), scope);
      int dot = text.indexOf('.');
      return dot > 0 && dot < text.length() - 1
          ? names.attribute(text.substring(0, dot), text.substring(dot + 1), call.span())
          : problems.invalid(
              "`Fn::GetAtt` takes a resource and an attribute", "Fn::GetAtt", call.span());
    }
    List<Value<Node>> parts = all(call, scope);
    if (parts.size() < 2 && Call.of(call.argument()).isEmpty()) {
      return problems.invalid(
          "`Fn::GetAtt` takes a resource and an attribute", "Fn::GetAtt", call.span());
    }
    return over(call, parts, this::attribute);
  }

  private Value<Node> attribute(List<Value<Node>> parts, Span at) {
    return named(
        parts,
        at,
        text -> {
          int dot = text.indexOf('.');
          return dot < 0
              ? problems.invalid("`Fn::GetAtt` takes a resource and an attribute", "Fn::GetAtt", at)
              : names.attribute(text.substring(0, dot), text.substring(dot + 1), at);
        });
  }

  /// What `next` gives for the words joined by dots, where all of them are known.
  private Value<Node> named(List<Value<Node>> words, Span at, Function<String, Value<Node>> next) {
    var known = new ArrayList<String>();
    for (Value<Node> word : words) {
      Optional<Text> text = Texts.part(word);
      if (text.isEmpty()) {
        return problems.invalid("a name is a string", "name at " + at, at);
      }
      if (text.get().literal().isEmpty()) {
        return Value.unknown(text.get().unknown().orElseThrow(), Origin.written(at));
      }
      known.add(text.get().literal().get());
    }
    return next.apply(String.join(".", known));
  }

  /// Only the branches of possible worlds are evaluated.
  private Value<Node> choose(Call call, Scope scope) {
    List<Tree> parts = call.arguments();
    if (parts.size() != 3 || !(parts.getFirst() instanceof Scalar name)) {
      return problems.invalid(
          "`Fn::If` takes the name of a condition and two values", "Fn::If", call.span());
    }
    Origin origin = Origin.written(call.span());
    var cases = new ArrayList<Value.Case<Node>>();
    String condition = Values.key(name.text(), name.span(), scope);
    for (Value.Case<Boolean> each : conditions.named(condition, name.span()).cases()) {
      if (each.value().sole().isEmpty()) {
        // INVARIANT: only a condition that cannot be read has no truth of its own
        return Value.unknown(new Reason(Reason.Kind.INVALID, "condition " + condition), origin);
      }
      Tree branch = parts.get(each.value().sole().get() ? 1 : 2);
      cases.add(new Value.Case<>(each.when(), values.of(branch, scope)));
    }
    if (!cases.isEmpty() && areSame(cases)) {
      return cases.getFirst().value();
    }
    Value<Node> chosen = Value.oneOf(cases, origin);
    int worlds = chosen.cases().size();
    if (worlds > 0 && worlds <= MOST_WORLDS) {
      return chosen;
    }
    if (worlds > MOST_WORLDS) {
      problems.info("`Fn::If` has more than " + MOST_WORLDS + " results", call.span());
    }
    Reason.Kind kind = worlds == 0 ? Reason.Kind.INVALID : Reason.Kind.BOUND;
    return Value.unknown(new Reason(kind, "Fn::If at " + call.span()), origin);
  }

  /// Whether nothing depends on the condition.
  private static boolean areSame(List<Value.Case<Node>> cases) {
    Optional<Node> first = cases.getFirst().value().sole();
    return first.isPresent() && cases.stream().allMatch(each -> each.value().sole().equals(first));
  }

  private Value<Node> json(Call call, Scope scope) {
    Origin origin = Origin.written(call.span());
    Value<Node> document = values.of(call.argument(), scope);
    return Value.known(Text.of(List.of(new Text.Part.Json(document, origin))), origin);
  }

  private static Value<Node> zones(Call call) {
    Reason reason = new Reason(Reason.Kind.EXTERNAL, "Fn::GetAZs");
    return Value.known(new Node.Items(List.of(), Optional.of(reason)), Origin.written(call.span()));
  }

  /// What exactly one of the templates reviewed together exports by this name.
  private Value<Node> imported(List<Value<Node>> arguments, Span at) {
    Optional<Text> name = Texts.part(arguments.getFirst());
    List<Value<Node>> found = name.map(exports::find).orElse(List.of());
    String shown = name.map(Text::toString).orElse("of " + at);
    if (found.size() == 1) {
      return Texts.through(found.getFirst(), at, shown);
    }
    if (found.size() > 1) {
      problems.info("`%s` is exported by %d templates".formatted(shown, found.size()), at);
    }
    return external("import " + shown, at);
  }

  /// Nothing in a template says by which name a stack is deployed.
  private Value<Node> stackOutput(Call call, Scope scope) {
    boolean isRight =
        call.argument() instanceof Mapping fields
            && fields.find("StackName").isPresent()
            && fields.find("OutputName").isPresent();
    return isRight
        ? over(call, List.of(values.of(call.argument(), scope)), Functions::stackOutput)
        : problems.invalid(
            "`Fn::GetStackOutput` takes a `StackName` and an `OutputName`",
            call.name(),
            call.span());
  }

  private static Value<Node> stackOutput(List<Value<Node>> arguments, Span at) {
    if (!(arguments.getFirst() instanceof Value.Known<Node>(Node.Fields fields, _, _))) {
      return external("output of " + at, at);
    }
    List<String> words =
        List.of("OutputName", "StackName").stream()
            .map(key -> fields.field(key, Origin.written(at)))
            .map(v -> Texts.part(v).map(Text::toString).orElse("?"))
            .toList();
    return external("output " + words.getFirst() + " of stack " + words.getLast(), at);
  }

  private static Value<Node> external(String what, Span at) {
    Origin origin = Origin.written(at);
    return Value.known(Text.hole(new Reason(Reason.Kind.EXTERNAL, what), origin), origin);
  }

  /// A macro is code in the user's account, and so is what it makes.
  private Value<Node> transform(Call call, Scope scope) {
    return includes
        .snippet(
            call.argument(),
            call.span(),
            scope,
            Problem.Level.INFO,
            values,
            tree -> values.of(tree, scope))
        .orElseGet(() ->
            Value.unknown(
                new Reason(Reason.Kind.UNSUPPORTED, Includes.name(call.argument())),
                Origin.written(call.span())));
  }
}
