/** The roster of students and what each had of the Yulu grant (DOMAIN.md § 6, § 10). */
@NullMarked
package io.countypulse.subsidy.student;

import org.jspecify.annotations.NullMarked;
