/// Other ways to write a configuration that mean the same: moved values, modules, loops, other
/// syntaxes. Start reading at [Form].
@NullMarked
package dev.postern.rules.form;

import org.jspecify.annotations.NullMarked;
