package dev.postern.view.ec2;

import dev.postern.net.Packet;
import dev.postern.value.Verdict;
import java.util.Optional;

/// An answer about what gets in.
///
/// @param verdict whether it does, placed at the sources that make it so
/// @param packet one that surely gets in, where one does
public record Exposure(Verdict verdict, Optional<Packet> packet) {}
