package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.common.text.Language;
import dev.latchkey.mail.MailKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every word that a person reads is in the bundles, in each language, and nothing else is. */
class TextsTest {

    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z][a-z-]*)+)\"");
    private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([a-z.-]+)");
    private static final Pattern ASKED_FOR =
            Pattern.compile("(?:getTranslation|getMessage|text|say|RefusedException)\\(\\s*\"([^\"]+)\"");
    // A draft of a mail takes the keys of its paragraphs, steps and links
    private static final Pattern ASKED_FOR_BY_MAIL = Pattern.compile("\"(mail\\.[a-z-]+(?:\\.[a-z-]+)+)\"");
    // A text with a blank, given straight to something that shows it
    private static final Pattern LITERAL = Pattern.compile(
            "(?:new (?:Button|Span|Paragraph|H[1-6]|TextField|EmailField|PasswordField)|setText|setLabel|setTitle"
                    + "|setHeaderTitle|setErrorMessage|setPlaceholder|setHelperText|setAriaLabel|Notification\\.show)"
                    + "\\(\\s*\"");
    // Their screen readers' words are English until somebody replaces them
    private static final String TALKING =
            "(?:AppLayout|Avatar|AvatarGroup|DatePicker|DateTimePicker|MenuBar|MultiSelectComboBox|PasswordField|SideNav|Upload)";
    private static final Pattern OWN_WORDS =
            Pattern.compile("(?<!ComponentI18n\\.in\\()new " + TALKING + "(?:<[^>]*>)?\\(");
    private static final Pattern OWN_WORDS_INHERITED = Pattern.compile("extends " + TALKING + "\\b");
    // Only a header that sorts has a word of its own
    private static final Pattern SORTING = Pattern.compile("\\.setSort(?:able|Property)\\(|\\.setComparator\\(");
    // Put together from the name of a constant, or from that of a action
    private static final Pattern OF_A_CONSTANT =
            Pattern.compile("(?:audit\\.action|mail\\.notice)\\.([a-z-]+)(?:\\.(?:subject|text))?"
                    + "|mail\\.(secret-[a-z-]+)\\.(?:subject|text)");
    private static final Pattern OF_A_DEED = Pattern.compile("(users\\.[a-z-]+)\\.(?:question|confirm|done)");

    @Test
    void no_key_is_missing() throws IOException {
        assertThat(texts(Language.ENGLISH).keySet())
                .containsAll(asked())
                .containsAll(constants(AuditAction.class)
                        .map(action -> "audit.action." + action)
                        .toList())
                .containsAll(both("mail.notice.", "dev.latchkey.twofactor.notice.SecurityNotice"))
                .containsAll(both("mail.", "dev.latchkey.twofactor.secret.SecretMail"));
        assertThat(asked()).isNotEmpty();
        // Of some notices, only the beginning of the key is there
        var keys = texts(Language.ENGLISH).keySet();
        assertThat(allMatches(sources(), ASKED_FOR_BY_MAIL))
                .isNotEmpty()
                .allMatch(key -> keys.contains(key) || keys.containsAll(List.of(key + ".subject", key + ".text")));
    }

    @ParameterizedTest
    @EnumSource
    void no_key_is_there_twice(Language language) throws IOException {
        assertThat(Files.readAllLines(bundle(language)).stream()
                        .filter(line -> line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .doesNotHaveDuplicates();
    }

    @Test
    void no_key_is_unused() throws IOException {
        var mentioned = new TreeSet<>(allMatches(sources(), KEY));
        mentioned.addAll(allMatches(templates(), TEMPLATE_KEY));
        var constants = allMatches(sources(), Pattern.compile("\\b([A-Z][A-Z_]+)\\b"));

        assertThat(texts(Language.ENGLISH).keySet().stream()
                        .filter(key -> !mentioned.contains(key))
                        .filter(key -> !isOfOne(OF_A_DEED, key, mentioned))
                        .filter(key -> !isOfOne(OF_A_CONSTANT, key, constants)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_language_says_the_same_with_the_same_parts(Language language) throws IOException {
        var english = texts(Language.ENGLISH);
        var texts = texts(language);

        assertThat(texts.keySet()).isEqualTo(english.keySet());
        assertThat(texts)
                .allSatisfy((key, text) -> assertThat(parts(text)).as(key).isEqualTo(parts(english.get(key))));
    }

    @ParameterizedTest
    @EnumSource
    void every_text_can_be_put_together_for_none_one_and_many(Language language) throws IOException {
        assertThat(texts(language)).allSatisfy((key, text) -> {
            // One alone would swallow what follows it
            assertThat(text.replace("''", "")).as(key).isNotBlank().doesNotContain("'");
            for (var number = 0; number < 3; number++) {
                var arguments = Collections.nCopies(10, number).toArray();
                assertThat(new MessageFormat(text, language.locale()).format(arguments))
                        .as(key)
                        .doesNotContain("{", "}", "??");
            }
        });
    }

    @Test
    void no_view_has_words_of_its_own() throws IOException {
        try (var files = sources()) {
            assertThat(files.filter(file -> LITERAL.matcher(read(file)).find())).isEmpty();
        }
    }

    @Test
    void no_component_keeps_the_english_words_that_it_was_built_with() throws IOException {
        try (var files = sources()) {
            assertThat(files.map(TextsTest::read).filter(TextsTest::keepsWords)).isEmpty();
        }
    }

    private static boolean keepsWords(String source) {
        var inherited = OWN_WORDS_INHERITED.matcher(source).find();
        return OWN_WORDS.matcher(source).find()
                || inherited && !source.contains("ComponentI18n.in(this)") && !source.contains("setI18n(")
                || SORTING.matcher(source).find() && !source.contains("ComponentI18n.in(");
    }

    private static Set<String> asked() throws IOException {
        var asked = new TreeSet<String>();
        for (var key : allMatches(sources(), ASKED_FOR)) {
            if (!key.endsWith(".")) {
                asked.add(key);
            }
        }
        asked.addAll(allMatches(templates(), TEMPLATE_KEY));
        return asked;
    }

    private static boolean isOfOne(Pattern composed, String key, Set<String> names) {
        var matcher = composed.matcher(key);
        if (!matcher.matches()) {
            return false;
        }
        var name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return names.contains(name)
                || names.contains(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Set<String> both(String prefix, String type) {
        try {
            return Arrays.stream(Class.forName(type).getDeclaredFields())
                    .filter(field -> field.getType() == MailKind.class)
                    .map(field -> key(field.getName()))
                    .flatMap(name -> Stream.of(prefix + name + ".subject", prefix + name + ".text"))
                    .collect(Collectors.toSet());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(constant -> key(((Enum<?>) constant).name()));
    }

    private static String key(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The parts that a text takes, each with whether it is chosen by number. */
    private static Set<String> parts(String text) {
        var parts = new TreeSet<String>();
        var format = new MessageFormat(text);
        var kinds = format.getFormatsByArgumentIndex();
        for (var index = 0; index < kinds.length; index++) {
            if (text.contains("{" + index)) {
                parts.add(index + (kinds[index] instanceof ChoiceFormat ? " by number" : ""));
            }
        }
        return parts;
    }

    private static Map<String, String> texts(Language language) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(bundle(language), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, texts::getProperty, (one, other) -> one, TreeMap::new));
    }

    private static Path bundle(Language language) {
        var suffix = language == Language.ENGLISH ? "" : "_" + language.locale().getLanguage();
        return Path.of("src/main/resources/messages" + suffix + ".properties");
    }

    private static Set<String> allMatches(Stream<Path> files, Pattern pattern) {
        try (files) {
            return files.flatMap(file -> pattern.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> sources() throws IOException {
        return Files.walk(Path.of("src/main/java"))
                .filter(file -> file.toString().endsWith(".java"));
    }

    private static Stream<Path> templates() throws IOException {
        return Files.walk(Path.of("src/main/resources/templates")).filter(Files::isRegularFile);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
