/// The resource tree in the vocabulary of CloudFormation, and what AWS and Terraform publish of the
/// types in it.
///
/// Start reading at [Schemas].
@NullMarked
package dev.postern.model;

import org.jspecify.annotations.NullMarked;
