package dev.latchkey.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the look at every line of the log rests on. */
class LongWordsTest {

    private final LongWords words = new LongWords();

    @Test
    void a_word_is_found_wherever_it_begins_and_ends() {
        var random = new Random(1);
        var secrets = IntStream.range(0, 500)
                .mapToObj(i -> letters(random, LongWords.SHORTEST + i % 40))
                .toList();
        secrets.forEach(words::add);

        for (var secret : secrets) {
            var text = letters(random, random.nextInt(60)) + secret + letters(random, random.nextInt(60));
            assertThat(isIn(text)).as(text).isTrue();
        }
    }

    @Test
    void what_only_begins_or_ends_like_a_word_is_none() {
        words.add("abcdefghijklmnopqrstuvwxyz");

        assertThat(List.of(
                        "",
                        "abc",
                        "abcdefghijklmnopqrstuvwxy",
                        "bcdefghijklmnopqrstuvwxyz",
                        "abcdefghijklmnopqrstuvwxyabcdefghijklmnopqrstuvwxy"))
                .noneMatch(this::isIn);
        assertThat(words.isIn("abcdefghijklmnopqrstuvwxyz", 0, 25)).isFalse();
        assertThat(words.isIn("abcdefghijklmnopqrstuvwxyz", 1, 26)).isFalse();
    }

    @Test
    void a_word_that_was_removed_is_none() {
        words.add("abcdefghijklmnopqrstuvwxyz");
        words.remove("abcdefghijklmnopqrstuvwxyz");

        assertThat(isIn("abcdefghijklmnopqrstuvwxyz")).isFalse();
    }

    private boolean isIn(String text) {
        return words.isIn(text, 0, text.length());
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
