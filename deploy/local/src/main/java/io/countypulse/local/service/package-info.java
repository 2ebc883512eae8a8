/** The five services as processes: their jars, their settings, their start. */
@NullMarked
package io.countypulse.local.service;

import org.jspecify.annotations.NullMarked;
