/** Households at risk, joined from the facts of three departments (DOMAIN.md § 8). */
@NullMarked
package io.countypulse.reporting.risk;

import org.jspecify.annotations.NullMarked;
