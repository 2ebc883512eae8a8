/** The folder that holds everything a city keeps: data, logs, secrets, ports. */
@NullMarked
package io.countypulse.local.state;

import org.jspecify.annotations.NullMarked;
