/** Lists in pages: each goes on behind the last line of the one before. */
@NullMarked
package io.countypulse.employment.paging;

import org.jspecify.annotations.NullMarked;
