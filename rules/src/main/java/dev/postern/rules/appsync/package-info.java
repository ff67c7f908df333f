/// Rules about AWS AppSync.
///
/// Start reading at [GraphQlApiWithKeyOnly].
@NullMarked
package dev.postern.rules.appsync;

import org.jspecify.annotations.NullMarked;
