/** Who is calling, in which roles, for which counties; every token is checked here. */
@NullMarked
package io.countypulse.platform.access;

import org.jspecify.annotations.NullMarked;
