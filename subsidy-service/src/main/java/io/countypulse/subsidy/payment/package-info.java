/** Travel subsidies as the department's file tells they were paid (DOMAIN.md § 6, § 10). */
@NullMarked
package io.countypulse.subsidy.payment;

import org.jspecify.annotations.NullMarked;
