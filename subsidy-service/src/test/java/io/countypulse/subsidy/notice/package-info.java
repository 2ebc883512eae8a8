@NullMarked
package io.countypulse.subsidy.notice;

import org.jspecify.annotations.NullMarked;
