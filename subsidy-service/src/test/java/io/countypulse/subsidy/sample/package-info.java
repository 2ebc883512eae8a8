@NullMarked
package io.countypulse.subsidy.sample;

import org.jspecify.annotations.NullMarked;
