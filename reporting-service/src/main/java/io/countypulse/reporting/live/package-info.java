/** The public face: figures, trends, freshness, and the stream of frames. */
@NullMarked
package io.countypulse.reporting.live;

import org.jspecify.annotations.NullMarked;
