/** The whole platform on one machine: one command that starts, watches and stops it. */
@NullMarked
package io.countypulse.local;

import org.jspecify.annotations.NullMarked;
