/** The survey of the six clear facts (六个清楚) of every worker (DOMAIN.md § 4). */
@NullMarked
package io.countypulse.employment.survey;

import org.jspecify.annotations.NullMarked;
