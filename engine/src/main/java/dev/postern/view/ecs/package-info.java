/// Views of the resources of Amazon ECS.
///
/// Start reading at [Cluster].
@NullMarked
package dev.postern.view.ecs;

import org.jspecify.annotations.NullMarked;
