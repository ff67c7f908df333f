/// The command line: arguments in, exit codes out. Everything that decides lies below.
///
/// Start reading at [Main].
@NullMarked
package dev.postern.cli;

import org.jspecify.annotations.NullMarked;
