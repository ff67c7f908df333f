package dev.postern.model;

import dev.postern.text.Span;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A resource of one unit in CloudFormation's vocabulary, whatever it was written in.
///
/// @param unit what it belongs to
/// @param address what the user would write: `Bucket`, `module.m["k"].aws_instance.i[0]`
/// @param type `AWS::S3::Bucket`; `terraform:aws_foo` where there is no lens, `Postern::...` where
///   CloudFormation has no such resource
/// @param sourceType the type as written: `aws_s3_bucket`; equal to `type` in templates
/// @param header the place that names it: the logical id, or the block's type and labels
/// @param whole all of its text
/// @param properties its properties
/// @param attributes what the language says about it rather than to AWS: `DeletionPolicy`,
///   `Metadata`, `DependsOn`, `lifecycle`
/// @param when the disjoint worlds in which it exists; [World#ANY] alone when always
/// @param symbolic why the number of instances that this one stands for is not known
public record Resource(
    Unit unit,
    String address,
    String type,
    String sourceType,
    Span header,
    Span whole,
    Value<Node> properties,
    Value<Node> attributes,
    List<World> when,
    Optional<Reason> symbolic)
    implements View {
  /// Every resource, as it is.
  public static final ViewType<Resource> TYPE =
      new ViewType<>(List.of("*"), (resource, _) -> resource);

  private static final List<String> REMAINDERS =
      List.of("Postern::CloudFormation::Template", "Postern::Terraform::Root");

  public Resource {
    when = List.copyOf(when);
  }

  /// Whether this resource is itself: it is the view of rules that need no other.
  @Override
  public Resource resource() {
    return this;
  }

  /// Whether this is no resource but what a template or a Terraform root says beside its resources.
  public boolean isRemainder() {
    return REMAINDERS.contains(type);
  }

  /// All properties, as the root of paths.
  public Property root() {
    return new Property(this, "", properties, header);
  }

  /// The property at `path`, with AWS's default where it is not written and AWS has one.
  public Property at(String... path) {
    Property here = root();
    for (String key : path) {
      here = here.at(key);
    }
    return here;
  }

  /// What a CDK program made it of; where the assembly does not tell, the path that CDK left in the
  /// template.
  public Optional<Construct> construct() {
    return unit.constructs()
        .of(this)
        .or(() -> writtenPath().map(path -> new Construct(path, Optional.empty(), Map.of())));
  }

  /// The path of its construct that CDK left in the template.
  public Optional<String> writtenPath() {
    return inside(attributes, "Metadata")
        .flatMap(metadata -> inside(metadata, "aws:cdk:path"))
        .flatMap(Value::sole)
        .flatMap(node -> node instanceof Text path ? path.literal() : Optional.empty());
  }

  private static Optional<Value<Node>> inside(Value<Node> value, String key) {
    return value
        .sole()
        .flatMap(node ->
            node instanceof Node.Fields all
                ? Optional.ofNullable(all.entries().get(key))
                : Optional.empty());
  }

  /// An answer that rests on the resource as such: its header is underlined, `fact` stands beside.
  public Verdict saying(boolean so, String fact) {
    return Verdict.of(so, evidence(fact));
  }

  /// The header as evidence.
  public Evidence evidence(String fact) {
    return new Evidence(Origin.written(header), fact);
  }

  /// Whether it exists.
  public Verdict exists() {
    return Verdict.within(when, Verdict.yes());
  }

  @Override
  public String toString() {
    return address;
  }

  // INVARIANT: a resource is one object; comparing whole trees is never wanted
  @Override
  public boolean equals(Object that) {
    return this == that;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
