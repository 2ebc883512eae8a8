/** The monthly bulletin (通报): written from figures, reviewed, issued, sealed (DOMAIN.md § 9). */
@NullMarked
package io.countypulse.reporting.bulletin;

import org.jspecify.annotations.NullMarked;
