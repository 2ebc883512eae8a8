@NullMarked
package io.countypulse.subsidy.revision;

import org.jspecify.annotations.NullMarked;
