/// Policy documents as data: statements, principals, patterns and conditions, with what is not
/// known of them kept as unknown.
///
/// Start reading at [PolicyDocument], then [Statement] and [Pattern].
@NullMarked
package dev.postern.policy.document;

import org.jspecify.annotations.NullMarked;
