/// Rules about Amazon WorkSpaces.
///
/// Start reading at [WorkspaceNotEncrypted].
@NullMarked
package dev.postern.rules.workspaces;

import org.jspecify.annotations.NullMarked;
