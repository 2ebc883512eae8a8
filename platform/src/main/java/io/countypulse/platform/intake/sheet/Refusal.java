package io.countypulse.platform.intake.sheet;

/**
 * Why a file as a whole is refused, with the remedy.
 *
 * @param message in Chinese
 * @param messageEn the same in English
 */
public record Refusal(String code, String message, String messageEn) {}
