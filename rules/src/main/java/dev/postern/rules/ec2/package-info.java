/// Rules about Amazon EC2: security groups, instances, volumes.
///
/// Start reading at [SshFromInternet], then [Exposures].
@NullMarked
package dev.postern.rules.ec2;

import org.jspecify.annotations.NullMarked;
