@NullMarked
package io.countypulse.credit.interest;

import org.jspecify.annotations.NullMarked;
