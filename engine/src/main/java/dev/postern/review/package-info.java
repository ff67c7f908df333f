/// A review: asks every rule about every resource, makes findings of the answers, applies what the
/// user accepted, fills in the approval checklist and comes to an outcome.
///
/// Start reading at [Reviewer].
@NullMarked
package dev.postern.review;

import org.jspecify.annotations.NullMarked;
