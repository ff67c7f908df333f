/// Postern's own rules: one package per service, one file per rule.
///
/// Start reading at any rule, for example [dev.postern.rules.s3.BucketWithoutEncryption]; the list
/// `BuiltIn` is generated.
@NullMarked
package dev.postern.rules;

import org.jspecify.annotations.NullMarked;
