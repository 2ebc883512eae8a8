@NullMarked
package io.countypulse.subsidy.programme;

import org.jspecify.annotations.NullMarked;
