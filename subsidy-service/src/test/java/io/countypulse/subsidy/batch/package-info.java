@NullMarked
package io.countypulse.subsidy.batch;

import org.jspecify.annotations.NullMarked;
