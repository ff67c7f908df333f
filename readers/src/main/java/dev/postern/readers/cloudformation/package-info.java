/// CloudFormation and SAM templates: parameters, conditions, mappings, functions and loops are
/// evaluated as far as the text tells, and what it leaves open stays a world or an unknown.
///
/// Start reading at [Templates], then [Values] and [Functions].
@NullMarked
package dev.postern.readers.cloudformation;

import org.jspecify.annotations.NullMarked;
