/// Renders the result of a review: one class per format, all from [dev.postern.finding.Report]. The
/// same report and options give the same bytes. Whatever a user wrote passes the escaper of its
/// format, and lines of source come with their secrets masked.
///
/// Start reading at [Reports].
@NullMarked
package dev.postern.report;

import org.jspecify.annotations.NullMarked;
