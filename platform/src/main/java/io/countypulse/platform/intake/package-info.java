/**
 * Files people already have (DOMAIN.md § 10): stored, read, checked row by row, staged and applied
 * in one transaction. A department describes each kind of file it takes as a {@link
 * io.countypulse.platform.intake.FileKind} bean; everything else happens here.
 */
@NullMarked
package io.countypulse.platform.intake;

import org.jspecify.annotations.NullMarked;
