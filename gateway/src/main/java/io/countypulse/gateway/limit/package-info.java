/** How much and how often one caller may ask. */
@NullMarked
package io.countypulse.gateway.limit;

import org.jspecify.annotations.NullMarked;
