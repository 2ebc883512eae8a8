@NullMarked
package io.countypulse.subsidy.entitlement;

import org.jspecify.annotations.NullMarked;
