/// Views of the resources of Amazon WorkSpaces.
///
/// Start reading at [Workspace].
@NullMarked
package dev.postern.view.workspaces;

import org.jspecify.annotations.NullMarked;
