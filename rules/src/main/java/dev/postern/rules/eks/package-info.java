/// Rules about Amazon EKS.
///
/// Start reading at [ClusterEndpointOpenToWorld].
@NullMarked
package dev.postern.rules.eks;

import org.jspecify.annotations.NullMarked;
