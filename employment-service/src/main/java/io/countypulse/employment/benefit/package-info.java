/** What subsidies go by besides spells: training, businesses, workshops (DOMAIN.md § 6). */
@NullMarked
package io.countypulse.employment.benefit;

import org.jspecify.annotations.NullMarked;
