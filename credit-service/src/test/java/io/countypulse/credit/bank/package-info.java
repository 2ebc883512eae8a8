@NullMarked
package io.countypulse.credit.bank;

import org.jspecify.annotations.NullMarked;
