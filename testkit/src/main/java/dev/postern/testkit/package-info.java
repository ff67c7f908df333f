/// What tests of several modules share: laws that are checked on seeded random values, and texts
/// that are compared with files.
///
/// Start reading at [Law].
@NullMarked
package dev.postern.testkit;

import org.jspecify.annotations.NullMarked;
