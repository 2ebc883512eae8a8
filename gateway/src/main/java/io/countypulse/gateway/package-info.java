@NullMarked
package io.countypulse.gateway;

import org.jspecify.annotations.NullMarked;
