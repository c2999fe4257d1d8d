package dev.latchkey.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Rubbish;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DisplayNamePropertyTest {

    @Test
    void PEER_50_whatever_is_allowed_is_one_line_that_can_be_stored_and_comes_back_as_it_was() {
        Rubbish.often(20_000, rubbish -> {
            var name = rubbish.text(60);
            if (DisplayName.isAllowed(name, 40)) {
                assertThat(name).doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}\u202a-\u202e\u2066-\u2069]");
                name = DisplayName.require(name, 40);
                assertThat(name.lines()).hasSize(1);
                assertThat(DisplayName.require(name, 40))
                        .as("the form of the form")
                        .isEqualTo(name);
                assertThat(name).isNotBlank().isEqualTo(name.strip()).doesNotContain("  ");
                assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .isEqualTo(name);
                assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(40);
            }
        });
    }
}
