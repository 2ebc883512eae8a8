/** Reading topics of others: at least once, so taking a record twice changes nothing. */
@NullMarked
package io.countypulse.platform.topic;

import org.jspecify.annotations.NullMarked;
