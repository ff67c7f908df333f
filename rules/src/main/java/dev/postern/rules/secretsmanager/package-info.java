/// Rules about AWS Secrets Manager.
///
/// Start reading at [SecretNotRotated].
@NullMarked
package dev.postern.rules.secretsmanager;

import org.jspecify.annotations.NullMarked;
