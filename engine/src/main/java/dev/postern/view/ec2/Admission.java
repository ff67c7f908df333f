package dev.postern.view.ec2;

import dev.postern.model.Property;
import dev.postern.net.PacketSet;
import dev.postern.value.Evidence;
import dev.postern.value.World;
import java.util.function.Function;

/// What one source of one security group rule admits, as far as it is known. For a rule that lets
/// packets out, destinations stand where sources do.
///
/// @param rule the rule, all of it
/// @param when the world in which the rule has this source
/// @param least what is surely admitted
/// @param most what may be admitted; equal to `least` where everything is known
/// @param evidence the source as written, with what it is or why that is not known
public record Admission(
    Property rule, World when, PacketSet least, PacketSet most, Evidence evidence) {

  boolean isAlways() {
    return when.equals(World.ANY);
  }

  /// The part of it that a question is about.
  Admission only(Function<PacketSet, PacketSet> part) {
    PacketSet surely = part.apply(least);
    PacketSet perhaps = isKnown() ? surely : part.apply(most);
    return new Admission(rule, when, surely, perhaps, evidence);
  }

  /// Whether nothing about it is open.
  boolean isKnown() {
    return least.equals(most);
  }
}
