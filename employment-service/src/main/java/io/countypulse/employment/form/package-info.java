/** What people enter by hand, checked before it is written. */
@NullMarked
package io.countypulse.employment.form;

import org.jspecify.annotations.NullMarked;
