@NullMarked
package io.countypulse.credit;

import org.jspecify.annotations.NullMarked;
