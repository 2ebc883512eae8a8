/** The web app: its files, and one page for all of its addresses. */
@NullMarked
package io.countypulse.gateway.page;

import org.jspecify.annotations.NullMarked;
