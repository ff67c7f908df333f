package dev.postern.finding;

import java.util.Optional;

/// The resource that a finding is about.
///
/// @param unit the unit that it belongs to
/// @param address what the user would write
/// @param type in CloudFormation's vocabulary
/// @param sourceType as written
/// @param construct the path of the CDK construct that it was made of; empty where there is none
public record Subject(
    String unit, String address, String type, String sourceType, Optional<String> construct) {}
