/** Who did what, when and from where: an append-only, hash-chained table. */
@NullMarked
package io.countypulse.platform.audit;

import org.jspecify.annotations.NullMarked;
