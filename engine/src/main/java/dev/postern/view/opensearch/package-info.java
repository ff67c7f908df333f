/// Views of the domains of Amazon OpenSearch Service.
///
/// Start reading at [Domain].
@NullMarked
package dev.postern.view.opensearch;

import org.jspecify.annotations.NullMarked;
