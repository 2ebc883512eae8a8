@NullMarked
package io.countypulse.subsidy.student;

import org.jspecify.annotations.NullMarked;
