/// Rules about Amazon Athena.
///
/// Start reading at [QueryResultsUnencrypted].
@NullMarked
package dev.postern.rules.athena;

import org.jspecify.annotations.NullMarked;
