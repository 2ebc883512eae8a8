/** Who is entitled to what, found in the events of the department of employment (DOMAIN.md § 6). */
@NullMarked
package io.countypulse.subsidy.entitlement;

import org.jspecify.annotations.NullMarked;
