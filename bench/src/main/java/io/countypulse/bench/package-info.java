/** Measures the product as ratios against plain tools doing the same work in the same run. */
@NullMarked
package io.countypulse.bench;

import org.jspecify.annotations.NullMarked;
