package dev.latchkey.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntriesHashTest {

    /** As the version before the browser hashed the first entry below. */
    private static final String BEFORE = "f69596d377e46b60e64a898548954153ca4d63631363b7e27544de55cbe2661c";

    @Test
    void an_entry_from_before_there_was_a_browser_has_the_hash_that_it_had_then() {
        assertThat(HexFormat.of().formatHex(hashOf(entry(1)).value())).isEqualTo(BEFORE);
    }

    @Test
    void a_seal_of_an_earlier_version_covers_all_but_browsers_and_a_seal_of_this_one_no_other_browser() {
        var withBrowser = entry(1, "Firefox, Linux");
        var earlier = sealOver(hashOf(entry(1)).value());
        var current = sealOver(hashOf(withBrowser).value());

        assertThat(earlier.coverageOf(hashOf(entry(1)))).isEqualTo(SealCoverage.EVERYTHING);
        assertThat(earlier.coverageOf(hashOf(withBrowser))).isEqualTo(SealCoverage.ALL_BUT_BROWSERS);
        assertThat(current.coverageOf(hashOf(withBrowser))).isEqualTo(SealCoverage.EVERYTHING);
        assertThat(current.coverageOf(hashOf(entry(1, "Firefox, Windows")))).isEqualTo(SealCoverage.NOTHING);
        assertThat(current.coverageOf(hashOf(entry(1, "")))).isEqualTo(SealCoverage.NOTHING);
        assertThat(current.coverageOf(hashOf(entry(1)))).isEqualTo(SealCoverage.NOTHING);
    }

    @Test
    void no_two_lists_of_entries_are_encoded_alike() {
        assertThat(hashOf(entry(1, ""), entry(2)).value())
                .isNotEqualTo(hashOf(entry(1), entry(2)).value())
                .isNotEqualTo(hashOf(entry(1), entry(2, "")).value());
    }

    @Test
    void an_entry_of_another_shape_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> hashOf(entry(1, "a", "b")));
        assertThatIllegalArgumentException().isThrownBy(() -> hashOf(new SealedEntry(1, List.of("a"))));
    }

    private static SealedEntry entry(long id, String... more) {
        var texts = new ArrayList<>(Arrays.asList(
                "2026-01-01 10:00:00.123456",
                "2026-01-01 10:00:00.123456",
                "SIGNED_IN",
                "7",
                "ada@example.com",
                null,
                "",
                "FACTOR_PASSWORD",
                "192.0.2.1"));
        texts.addAll(Arrays.asList(more));
        return new SealedEntry(id, texts);
    }

    private static EntriesHash hashOf(SealedEntry... entries) {
        var hash = new EntriesHash();
        Arrays.stream(entries).forEach(hash::add);
        return hash;
    }

    private static Seal sealOver(byte[] hash) {
        return new Seal(1, 1, 1, 1, hash, "2026-01-01 10:02:00", 1, new byte[0]);
    }
}
