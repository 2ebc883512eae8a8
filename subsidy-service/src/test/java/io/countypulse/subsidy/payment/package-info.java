@NullMarked
package io.countypulse.subsidy.payment;

import org.jspecify.annotations.NullMarked;
