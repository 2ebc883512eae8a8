/**
 * Spreadsheets and CSV as rows of text under known headers, and back again; nothing here knows a
 * database.
 */
@NullMarked
package io.countypulse.platform.intake.sheet;

import org.jspecify.annotations.NullMarked;
