/// Views of the resources of AWS AppSync.
///
/// Start reading at [GraphQlApi].
@NullMarked
package dev.postern.view.appsync;

import org.jspecify.annotations.NullMarked;
