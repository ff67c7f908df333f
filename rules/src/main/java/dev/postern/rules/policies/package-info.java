/// Rules about policies of resources, and about how policies of any kind are written.
///
/// Start reading at [ResourcePolicyOpenToAnyone].
@NullMarked
package dev.postern.rules.policies;

import org.jspecify.annotations.NullMarked;
