/// Views of the resources of Amazon CloudFront.
///
/// Start reading at [Distribution].
@NullMarked
package dev.postern.view.cloudfront;

import org.jspecify.annotations.NullMarked;
