/// Policy documents as data: what may be asked for, and the sets of actions that patterns name.
/// What AWS publishes of its services is declared here as [Actions] and [ManagedPolicies], and
/// handed in.
///
/// Start reading at [ActionSet].
@NullMarked
package dev.postern.policy;

import org.jspecify.annotations.NullMarked;
