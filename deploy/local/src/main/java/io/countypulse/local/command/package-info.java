/** The commands: up, down, status, reset. */
@NullMarked
package io.countypulse.local.command;

import org.jspecify.annotations.NullMarked;
