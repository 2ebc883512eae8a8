/** What moved a figure, how it stands against a year before, and whether its pace will do. */
@NullMarked
package io.countypulse.reporting.explain;

import org.jspecify.annotations.NullMarked;
