/// Rules about Amazon ECS.
///
/// Start reading at [PrivilegedContainer].
@NullMarked
package dev.postern.rules.ecs;

import org.jspecify.annotations.NullMarked;
