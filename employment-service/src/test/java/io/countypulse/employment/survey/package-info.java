@NullMarked
package io.countypulse.employment.survey;

import org.jspecify.annotations.NullMarked;
