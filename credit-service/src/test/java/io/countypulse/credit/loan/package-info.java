@NullMarked
package io.countypulse.credit.loan;

import org.jspecify.annotations.NullMarked;
