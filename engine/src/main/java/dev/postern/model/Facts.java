package dev.postern.model;

import dev.postern.policy.Actions;
import dev.postern.policy.ManagedPolicies;

/// What AWS publishes and the engines need to know.
public record Facts(Actions actions, ManagedPolicies managedPolicies, Schemas schemas) {}
