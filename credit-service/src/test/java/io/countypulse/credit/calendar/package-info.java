@NullMarked
package io.countypulse.credit.calendar;

import org.jspecify.annotations.NullMarked;
