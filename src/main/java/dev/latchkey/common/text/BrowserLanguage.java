package dev.latchkey.common.text;

/**
 * The language that a browser asks for, and the region whose customs it writes dates and numbers by.
 *
 * @param region as in a {@link java.util.Locale}; empty if the browser names none
 */
public record BrowserLanguage(Language language, String region) {}
