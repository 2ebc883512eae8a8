/** Reading topics of others: at least once, so taking a record twice changes nothing. */
@NullMarked
package io.countypulse.credit.topic;

import org.jspecify.annotations.NullMarked;
