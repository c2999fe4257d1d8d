package dev.latchkey.support;

import dev.latchkey.common.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;

/** Knows the words of mails in a language, and what else is none of them. */
public final class Words {

    private static final Pattern NO_WORDS =
            Pattern.compile("|https?://\\S+|otpauth://\\S+|[A-Z2-7]{4}( [A-Z2-7]{1,4})+");
    private static final Pattern PART = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

    private final Pattern sentences;

    /** Those of one language. */
    public Words(Language language) {
        var suffix = language == Language.ENGLISH ? "" : "_" + language.locale().getLanguage();
        var texts = new Properties();
        try (var in = Files.newBufferedReader(
                Path.of("src/main/resources/messages" + suffix + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sentences = texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("mail.") || key.equals("enrolment.secret-key"))
                .map(key -> asPattern(texts.getProperty(key)))
                .reduce((one, other) -> one + "|" + other)
                .map(Pattern::compile)
                .orElseThrow();
    }

    /** Whether a line of a mail is one of the language's, an address, or a key. */
    public boolean contain(String line) {
        var said = line.strip().replaceFirst("^[1-9]\\. ", "").replaceFirst(":$|: [A-Z2-7 ]+$", "");
        return NO_WORDS.matcher(said).matches() || sentences.matcher(said).matches();
    }

    private static String asPattern(String text) {
        var pattern = new StringBuilder();
        var end = 0;
        for (var part = PART.matcher(text); part.find(); end = part.end()) {
            pattern.append(literally(text.substring(end, part.start()))).append(".*");
        }
        return pattern.append(literally(text.substring(end))).toString();
    }

    private static String literally(String text) {
        return Pattern.quote(text.replace("''", "'"));
    }
}
