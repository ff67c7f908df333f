/// Tests about the project itself: how it is written, built and started.
///
/// Start reading at [LauncherTest].
@NullMarked
package dev.postern.house;

import org.jspecify.annotations.NullMarked;
