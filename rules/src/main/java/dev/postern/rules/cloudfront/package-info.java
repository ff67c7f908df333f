/// Rules about Amazon CloudFront.
///
/// Start reading at [DistributionAllowsHttp].
@NullMarked
package dev.postern.rules.cloudfront;

import org.jspecify.annotations.NullMarked;
