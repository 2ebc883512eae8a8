@NullMarked
package io.countypulse.subsidy.cases;

import org.jspecify.annotations.NullMarked;
