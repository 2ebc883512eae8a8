/** What became of a record: who changed what, when and why; old and new. */
@NullMarked
package io.countypulse.employment.history;

import org.jspecify.annotations.NullMarked;
