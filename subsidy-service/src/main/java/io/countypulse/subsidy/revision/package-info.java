/** Programmes are changed by the city's department, which first sees whom it concerns. */
@NullMarked
package io.countypulse.subsidy.revision;

import org.jspecify.annotations.NullMarked;
