/** Who is to be called: a stratified random sample anybody can draw again (DOMAIN.md § 6). */
@NullMarked
package io.countypulse.subsidy.sample;

import org.jspecify.annotations.NullMarked;
