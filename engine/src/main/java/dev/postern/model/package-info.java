/// The one model of everything reviewed: resources in CloudFormation's vocabulary, their properties
/// as trees of partial knowledge, and the links between them.
///
/// Start reading at [Cloud], then [Resource], [Property] and [Node].
@NullMarked
package dev.postern.model;

import org.jspecify.annotations.NullMarked;
