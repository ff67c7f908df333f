/// Views of Amazon EC2's and Amazon VPC's resources.
///
/// Start reading at [SecurityGroup], then [Admissions].
@NullMarked
package dev.postern.view.ec2;

import org.jspecify.annotations.NullMarked;
