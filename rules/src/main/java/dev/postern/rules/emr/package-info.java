/// Rules about Amazon EMR.
///
/// Start reading at [ClusterWithoutSecurityConfiguration].
@NullMarked
package dev.postern.rules.emr;

import org.jspecify.annotations.NullMarked;
