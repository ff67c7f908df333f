/// Rules about Amazon OpenSearch Service.
///
/// Start reading at [DomainUnencrypted].
@NullMarked
package dev.postern.rules.opensearch;

import org.jspecify.annotations.NullMarked;
