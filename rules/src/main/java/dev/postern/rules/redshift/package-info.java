/// Rules about Amazon Redshift.
///
/// Start reading at [WarehouseUnencrypted].
@NullMarked
package dev.postern.rules.redshift;

import org.jspecify.annotations.NullMarked;
