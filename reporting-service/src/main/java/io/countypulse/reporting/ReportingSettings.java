package io.countypulse.reporting;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is particular to this service.
 *
 * @param generation of topology and cells; a new one is built from the log beside the old one
 */
@ConfigurationProperties("pulse.reporting")
public record ReportingSettings(String generation) {}
