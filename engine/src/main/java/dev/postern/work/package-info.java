/// Doing independent things at once. Start with [dev.postern.work.Parallel].
@NullMarked
package dev.postern.work;

import org.jspecify.annotations.NullMarked;
