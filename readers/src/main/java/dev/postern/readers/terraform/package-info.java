/// Reads Terraform: finds the modules of a root folder, evaluates what they say as far as it is
/// known, and gives every instance of every resource.
///
/// Start reading at [Terraform], then [ModuleInstance] and [Evaluator].
@NullMarked
package dev.postern.readers.terraform;

import org.jspecify.annotations.NullMarked;
