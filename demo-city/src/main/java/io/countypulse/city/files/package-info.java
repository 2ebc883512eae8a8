/** Tables of text, read from CSV and written as CSV or spreadsheet, a row at a time. */
@NullMarked
package io.countypulse.city.files;

import org.jspecify.annotations.NullMarked;
