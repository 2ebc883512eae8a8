/** What somebody is entitled to and was paid, and how far it has come (DOMAIN.md § 6). */
@NullMarked
package io.countypulse.subsidy.cases;

import org.jspecify.annotations.NullMarked;
