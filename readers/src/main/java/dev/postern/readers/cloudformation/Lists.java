package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The functions that make and take apart lists. No argument is a [Value.OneOf].
final class Lists {
  private final Problems problems;

  Lists(Problems problems) {
    this.problems = problems;
  }

  /// `Fn::Join`: a delimiter and a list.
  Value<Node> join(List<Value<Node>> arguments, Span at) {
    Optional<Text> delimiter = Texts.part(arguments.getFirst());
    Value<Node> list = arguments.getLast();
    return switch (list) {
      case Value.Known<Node>(Node.Items(var elements, var rest), _, _) when delimiter.isPresent() ->
          Lift.over(elements, Origin.written(at), all -> joined(delimiter.get(), all, rest, at));
      case Value.Known<Node>(Text _, _, _) when delimiter.isPresent() ->
          joined(delimiter.get(), List.of(list), Optional.empty(), at);
      case Value.Unknown<Node>(var reason, _, var sensitivity) ->
          Value.known(
              hole(new Reason(reason.kind(), "joined " + reason.what()), at, sensitivity),
              Origin.written(at));
      case Value.Known<Node> _, Value.Default<Node> _, Value.Absent<Node> _, Value.OneOf<Node> _ ->
          problems.invalid("`Fn::Join` takes a delimiter and a list", "Fn::Join", at);
    };
  }

  private static Text hole(Reason reason, Span at, Sensitivity sensitivity) {
    return Text.of(List.of(new Part.Hole(reason, Origin.written(at), sensitivity)));
  }

  private Value<Node> joined(
      Text delimiter, List<Value<Node>> elements, Optional<Reason> rest, Span at) {
    var texts = new ArrayList<Text>();
    for (Value<Node> element : elements) {
      if (element instanceof Value.Absent) {
        continue;
      }
      Optional<Text> text = Texts.part(element);
      if (text.isEmpty()) {
        return problems.invalid("`Fn::Join` joins strings", "Fn::Join", at);
      }
      if (!texts.isEmpty()) {
        texts.add(delimiter);
      }
      texts.add(text.get());
    }
    rest.ifPresent(why ->
        texts.add(Text.hole(new Reason(why.kind(), "joined " + why.what()), Origin.written(at))));
    return Value.known(Texts.join(texts), Origin.written(at));
  }

  /// `Fn::Split`: a delimiter and a string.
  Value<Node> split(List<Value<Node>> arguments, Span at) {
    Optional<String> delimiter = Texts.part(arguments.getFirst()).flatMap(Text::literal);
    Optional<Text> source = Texts.part(arguments.getLast());
    if (delimiter.isEmpty() || delimiter.get().isEmpty() || source.isEmpty()) {
      return problems.invalid("`Fn::Split` takes a delimiter and a string", "Fn::Split", at);
    }
    Slicing.Pieces pieces = Slicing.split(source.get(), delimiter.get());
    List<Value<Node>> items =
        pieces.texts().stream().map(t -> Value.<Node>known(t, Origin.written(at))).toList();
    return Value.known(new Node.Items(items, pieces.rest()), Origin.written(at));
  }

  /// `Fn::Select`: an index from 0 and a list.
  Value<Node> select(List<Value<Node>> arguments, Span at) {
    Optional<Text> index = Texts.part(arguments.getFirst());
    int i = index.flatMap(Text::literal).map(Lists::index).orElse(-1);
    boolean isUnknown = index.isPresent() && index.get().literal().isEmpty();
    return switch (arguments.getLast()) {
      case Value.Known<Node>(Node.Items(var elements, _), _, _)
          when i >= 0 && i < elements.size() ->
          elements.get(i);
      case Value.Known<Node>(Node.Items(_, var rest), _, _) when rest.isPresent() && i >= 0 ->
          Value.unknown(element(rest.get(), i), Origin.written(at));
      case Value.Known<Node>(Text text, _, _) when text.unknown().isPresent() && i >= 0 ->
          Value.unknown(element(text.unknown().get(), i), Origin.written(at));
      case Value.Unknown<Node>(var reason, _, var sensitivity) when i >= 0 ->
          new Value.Unknown<>(element(reason, i), Origin.written(at), sensitivity);
      case Value.Known<Node> _,
          Value.Unknown<Node> _,
          Value.Default<Node> _,
          Value.Absent<Node> _,
          Value.OneOf<Node> _ ->
          isUnknown
              ? Value.unknown(
                  new Reason(Reason.Kind.INPUT, "Fn::Select at " + at), Origin.written(at))
              : problems.invalid("`Fn::Select` finds no element there", "Fn::Select", at);
    };
  }

  private static Reason element(Reason list, int index) {
    return new Reason(list.kind(), list.what() + "[" + index + "]");
  }

  private static int index(String text) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
  }

  /// `Fn::Length` of a list.
  Value<Node> length(List<Value<Node>> arguments, Span at) {
    Origin origin = Origin.written(at);
    return switch (arguments.getFirst()) {
      case Value.Known<Node>(Node.Items(var elements, var rest), _, _) ->
          rest.map(why -> Value.<Node>unknown(length(why), origin))
              .orElseGet(() -> Value.known(Node.num(elements.size()), origin));
      case Value.Known<Node>(Text text, _, _) when text.unknown().isPresent() ->
          Value.unknown(length(text.unknown().get()), origin);
      case Value.Unknown<Node>(var reason, _, _) -> Value.unknown(length(reason), origin);
      case Value.Known<Node> _, Value.Default<Node> _, Value.Absent<Node> _, Value.OneOf<Node> _ ->
          problems.invalid("`Fn::Length` takes a list", "Fn::Length", at);
    };
  }

  private static Reason length(Reason list) {
    return new Reason(list.kind(), "length of " + list.what());
  }

  /// `Fn::Cidr`: a block, a count and, where it is not 8, the number of bits of each subnet's
  /// hosts.
  Value<Node> cidr(List<Value<Node>> arguments, Span at) {
    List<Text> texts = arguments.stream().flatMap(a -> Texts.part(a).stream()).toList();
    if (texts.size() != arguments.size() || texts.size() < 2 || texts.size() > 3) {
      return problems.invalid(
          "`Fn::Cidr` takes a block, a count and a number of bits", "Fn::Cidr", at);
    }
    Origin origin = Origin.written(at);
    Optional<Reason> unknown = texts.stream().flatMap(t -> t.unknown().stream()).findFirst();
    if (unknown.isPresent()) {
      Reason why = new Reason(unknown.get().kind(), "Fn::Cidr of " + unknown.get().what());
      return Value.known(new Node.Items(List.of(), Optional.of(why)), origin);
    }
    List<String> words = texts.stream().map(t -> t.literal().orElse("").strip()).toList();
    Optional<List<String>> blocks =
        Subnets.of(words.get(0), index(words.get(1)), words.size() < 3 ? 8 : index(words.get(2)));
    return blocks
        .map(all -> all.stream().map(b -> Value.<Node>known(Text.of(b, origin), origin)).toList())
        .map(all -> Value.<Node>known(Node.Items.of(all), origin))
        .orElseGet(() -> problems.invalid("`Fn::Cidr` cannot divide the block so", "Fn::Cidr", at));
  }
}
