@NullMarked
package io.countypulse.credit.feed;

import org.jspecify.annotations.NullMarked;
