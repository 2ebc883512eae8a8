/** The words of the department's files and what they mean (DOMAIN.md § 2 and § 10). */
@NullMarked
package io.countypulse.employment.vocabulary;

import org.jspecify.annotations.NullMarked;
