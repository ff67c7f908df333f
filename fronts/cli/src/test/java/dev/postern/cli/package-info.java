/// Tests of the program as users run it.
///
/// Start reading at [ExamplesTest].
@NullMarked
package dev.postern.cli;

import org.jspecify.annotations.NullMarked;
