/** What a bank's integrator needs to deliver loan feeds (DOMAIN.md § 10), on the command line. */
@NullMarked
package io.countypulse.bankkit;

import org.jspecify.annotations.NullMarked;
