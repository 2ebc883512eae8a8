@NullMarked
package io.countypulse.employment.ledger;

import org.jspecify.annotations.NullMarked;
