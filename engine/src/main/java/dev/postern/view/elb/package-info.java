/// Views of Elastic Load Balancing's resources.
///
/// Start reading at [LoadBalancer].
@NullMarked
package dev.postern.view.elb;

import org.jspecify.annotations.NullMarked;
