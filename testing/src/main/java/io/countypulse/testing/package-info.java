/** What tests stand on: a real database and broker, signed tokens, the event contracts. */
@NullMarked
package io.countypulse.testing;

import org.jspecify.annotations.NullMarked;
