/// Terraform's resources in CloudFormation's vocabulary. The table `lenses.tsv` says which type
/// becomes which and where names differ; all other arguments find their property by name and shape.
/// Arguments without a property stay under their Terraform name, so nothing is lost.
///
/// Start reading at [Lenses], then [Shaping] and [Lens].
@NullMarked
package dev.postern.readers.terraform.lens;

import org.jspecify.annotations.NullMarked;
