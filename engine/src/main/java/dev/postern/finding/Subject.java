package dev.postern.finding;

/// The resource that a finding is about.
///
/// @param unit the unit that it belongs to
/// @param address what the user would write
/// @param type in CloudFormation's vocabulary
/// @param sourceType as written
public record Subject(String unit, String address, String type, String sourceType) {}
