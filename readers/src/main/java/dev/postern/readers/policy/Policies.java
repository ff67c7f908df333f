package dev.postern.readers.policy;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.model.Unit;
import dev.postern.readers.json.Decoding;
import dev.postern.readers.source.Reading;
import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a policy document as one resource of type `Postern::IAM::PolicyDocument`, whose property
/// `PolicyDocument` is the document. What it is attached to is not known.
public final class Policies {
  /// The type of a document that stands alone.
  public static final String TYPE = "Postern::IAM::PolicyDocument";

  private Policies() {}

  /// Whether the document is a policy: an object with a `Statement` that has an `Effect`.
  public static boolean looksLikeOne(Document document) {
    return document.roots().stream().findFirst().filter(Policies::isPolicy).isPresent();
  }

  private static boolean isPolicy(Tree root) {
    return root instanceof Tree.Mapping mapping
        && mapping.find("Statement").filter(Policies::hasEffect).isPresent();
  }

  private static boolean hasEffect(Tree statement) {
    return switch (statement) {
      case Tree.Mapping mapping -> mapping.find("Effect").isPresent();
      case Tree.Sequence sequence -> sequence.items().stream().anyMatch(Policies::hasEffect);
      case Tree.Scalar _, Tree.Unreadable _ -> false;
    };
  }

  public static Reading read(Document document, Unit unit) {
    SourceFile file = document.file();
    var problems = new ArrayList<Problem>(document.problems());
    Text text = Text.of(file.text(), Origin.written(file.all()));
    // INVARIANT: the document was parsed before, so that its problems are known already
    Value<Node> policy = Decoding.json(text, file.all(), _ -> {});
    Span header = document.roots().getFirst().span();
    Span start = file.span(header.start(), header.start() + 1);
    Value<Node> properties =
        Value.known(Node.Fields.of(Map.of("PolicyDocument", policy)), Origin.written(start));
    var resource =
        new Resource(
            unit,
            unit.name(),
            TYPE,
            TYPE,
            start,
            file.all(),
            properties,
            Value.absent(Origin.written(start)),
            List.of(World.ANY),
            Optional.empty());
    return new Reading(List.of(resource), document.comments(), List.of(file), problems);
  }
}
