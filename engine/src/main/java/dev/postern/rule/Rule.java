package dev.postern.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a class as a rule. Its name is the class name in kebab case; its documentation is the
/// class's doc comment: prose, then examples in fenced blocks that say what they are:
///
/// ````
/// ```yaml finding          CloudFormation in which the rule finds something
/// ```yaml clean            ... in which it is satisfied
/// ```yaml undecided        ... in which it depends on something unknown
/// ```hcl finding           the same in Terraform
/// ````
///
/// Every rule has a finding and a clean example in both; they are its tests. A line that ends with
/// the comment `# here` is where the finding is placed.
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface Rule {
  /// The claim of a finding: lower-case words except names, no final period, at most 72 characters.
  String title();

  Severity severity();

  /// The ids of the review process that it serves: red flags `F01`-`F13`, checklist items
  /// `C01`-`C16`, phases `P1.1`-`P3.2`.
  String[] serves();

  /// What to do instead, in one sentence that begins with a verb.
  String fix();

  /// Rules that say the same and more: where one of them finds something on the same evidence, this
  /// rule's finding is part of that one.
  String[] unless() default {};

  /// What the fix costs or may break; empty when it is safe.
  String price() default "";
}
