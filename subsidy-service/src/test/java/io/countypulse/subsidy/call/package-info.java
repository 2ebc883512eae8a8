@NullMarked
package io.countypulse.subsidy.call;

import org.jspecify.annotations.NullMarked;
