package io.countypulse.reporting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is particular to this service.
 *
 * @param generation of topology and cells; a new one is built from the log beside the old one
 * @param serves whether people ask this one, so that nobody needs the cells of other generations
 */
@ConfigurationProperties("pulse.reporting")
public record ReportingSettings(String generation, @DefaultValue("true") boolean serves) {}
