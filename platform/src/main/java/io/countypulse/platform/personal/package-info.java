/**
 * Names, identity numbers and phones: encrypted by column, looked up by keyed hash, shown masked
 * (DOMAIN.md § 11).
 */
@NullMarked
package io.countypulse.platform.personal;

import org.jspecify.annotations.NullMarked;
