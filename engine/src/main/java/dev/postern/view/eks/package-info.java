/// Views of the resources of Amazon EKS.
///
/// Start reading at [Cluster].
@NullMarked
package dev.postern.view.eks;

import org.jspecify.annotations.NullMarked;
