@NullMarked
package io.countypulse.reporting;

import org.jspecify.annotations.NullMarked;
