package dev.postern.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// The states of a regular expression: all that can be reached are followed at once, so that no
/// expression takes exponential time.
final class FormStates {
  private static final int MOST = 4_000;
  private static final int ACCEPT = 0;

  private sealed interface State {
    /// Goes on over one of these characters.
    record Step(BitSet characters, int next) implements State {}

    /// Goes on with each of these.
    record Fork(List<Integer> nexts) implements State {}

    /// Goes on at the start of the string, or at its end.
    record Edge(boolean isStart, int next) implements State {}
  }

  private final List<State> states = new ArrayList<>();
  private boolean isTooLarge;

  private FormStates() {
    states.add(new State.Fork(List.of()));
  }

  /// The states of an expression, the first one last; empty when they are too many.
  static Optional<FormStates> of(FormPiece piece) {
    var states = new FormStates();
    int start = states.build(piece, ACCEPT);
    states.add(new State.Fork(List.of(start)));
    return states.isTooLarge ? Optional.empty() : Optional.of(states);
  }

  private int add(State state) {
    isTooLarge |= states.size() >= MOST;
    if (!isTooLarge) {
      states.add(state);
    }
    return states.size() - 1;
  }

  /// Adds the states of `piece` that go on with `next`; the first of them.
  private int build(FormPiece piece, int next) {
    if (isTooLarge) {
      return ACCEPT;
    }
    return switch (piece) {
      case FormPiece.Characters(var set) -> add(new State.Step(set, next));
      case FormPiece.Edge(var isStart) -> add(new State.Edge(isStart, next));
      case FormPiece.Row(var pieces) -> {
        int first = next;
        for (FormPiece each : pieces.reversed()) {
          first = build(each, first);
        }
        yield first;
      }
      case FormPiece.Choice(var pieces) ->
          add(new State.Fork(pieces.stream().map(each -> build(each, next)).toList()));
      case FormPiece.Repeat repeat -> repeated(repeat, next);
    };
  }

  private int repeated(FormPiece.Repeat repeat, int next) {
    int first = next;
    if (repeat.isOpen()) {
      var nexts = new ArrayList<>(List.of(next));
      first = add(new State.Fork(nexts));
      nexts.add(build(repeat.piece(), first));
    }
    for (int i = repeat.least(); i < repeat.most() && !isTooLarge; i++) {
      first = add(new State.Fork(List.of(next, build(repeat.piece(), first))));
    }
    for (int i = 0; i < repeat.least() && !isTooLarge; i++) {
      first = build(repeat.piece(), first);
    }
    return first;
  }

  /// Whether a string with `character` may lead through; false only when surely none does.
  boolean takes(int character) {
    return states.stream()
        .anyMatch(state -> state instanceof State.Step(var set, _) && set.get(character));
  }

  /// Whether some string of one or more characters of `alphabet`, none when it is empty, followed
  /// by `end` leads through.
  boolean accepts(BitSet alphabet, String end) {
    var here = new BitSet();
    here.set(states.size() - 1);
    boolean isStart = true;
    if (!alphabet.isEmpty()) {
      BitSet found = step(reach(here, true, false), alphabet);
      isStart = false;
      here = new BitSet();
      while (!found.isEmpty()) {
        here.or(found);
        found = step(reach(found, false, false), alphabet);
        found.andNot(here);
      }
    }
    for (int i = 0; i < end.length(); i++) {
      var character = new BitSet();
      character.set(end.charAt(i));
      here = step(reach(here, isStart, false), character);
      isStart = false;
    }
    return reach(here, isStart, true).get(ACCEPT);
  }

  private BitSet step(BitSet from, BitSet characters) {
    var to = new BitSet();
    from.stream()
        .forEach(i -> {
          if (states.get(i) instanceof State.Step(var set, var next)
              && set.intersects(characters)) {
            to.set(next);
          }
        });
    return to;
  }

  /// The states that are reached without a character.
  private BitSet reach(BitSet from, boolean isStart, boolean isEnd) {
    var all = new BitSet();
    var open = new ArrayDeque<Integer>();
    from.stream().forEach(open::add);
    while (!open.isEmpty()) {
      int at = open.pop();
      if (all.get(at)) {
        continue;
      }
      all.set(at);
      switch (states.get(at)) {
        case State.Step _ -> {}
        case State.Fork(var nexts) -> open.addAll(nexts);
        case State.Edge(var isOfStart, var next) -> {
          if (isOfStart ? isStart : isEnd) {
            open.add(next);
          }
        }
      }
    }
    return all;
  }
}
