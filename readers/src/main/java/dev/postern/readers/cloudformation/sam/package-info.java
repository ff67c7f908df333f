/// What the SAM transform makes of a template's `AWS::Serverless` resources, each property with the
/// place in the template that it comes from.
///
/// Start reading at [Serverless], then [ServerlessFunction] and [Stack].
@NullMarked
package dev.postern.readers.cloudformation.sam;

import org.jspecify.annotations.NullMarked;
