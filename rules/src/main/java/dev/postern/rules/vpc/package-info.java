/// Rules about Amazon VPC: subnets, routes, network ACLs, flow logs.
///
/// Start reading at [WorkloadInPublicSubnet].
@NullMarked
package dev.postern.rules.vpc;

import org.jspecify.annotations.NullMarked;
