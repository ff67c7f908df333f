/// What reports see: findings with the places that explain them, the approval checklist, and the
/// outcome. Nothing here refers to the model.
///
/// Start reading at [Report].
@NullMarked
package dev.postern.finding;

import org.jspecify.annotations.NullMarked;
