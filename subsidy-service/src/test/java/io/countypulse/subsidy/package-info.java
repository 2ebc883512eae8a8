@NullMarked
package io.countypulse.subsidy;

import org.jspecify.annotations.NullMarked;
