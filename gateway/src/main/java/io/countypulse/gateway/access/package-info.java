/** Who may come in: browsers by session, machines by token. */
@NullMarked
package io.countypulse.gateway.access;

import org.jspecify.annotations.NullMarked;
