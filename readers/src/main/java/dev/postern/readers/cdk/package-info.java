/// Cloud assemblies, which CDK makes of an app: which templates are its stacks, where each is
/// deployed, and which line of the user's program made each resource.
///
/// Start reading at [Assembly].
@NullMarked
package dev.postern.readers.cdk;

import org.jspecify.annotations.NullMarked;
