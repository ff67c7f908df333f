/// Where readers get their files from, and what they give back.
///
/// Start reading at [Sources] and [Reading].
@NullMarked
package dev.postern.readers.source;

import org.jspecify.annotations.NullMarked;
