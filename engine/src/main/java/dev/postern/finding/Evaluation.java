package dev.postern.finding;

/// One question that was asked of one resource, and what came of it.
public record Evaluation(String rule, Subject resource, Status status) {}
