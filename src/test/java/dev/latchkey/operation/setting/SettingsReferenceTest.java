package dev.latchkey.operation.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds docs/settings.md to the records that settings are bound to. */
class SettingsReferenceTest {

    private static final Path PAGE = Path.of("docs/settings.md");
    private static final Path MADE = Path.of("target/settings.md");
    private static final String BEGIN = "<!-- Generated from the code: begin -->\n";
    private static final String END = "<!-- Generated from the code: end -->\n";

    @Test
    void the_reference_lists_every_setting_as_the_code_has_it() throws IOException {
        var page = Files.readString(PAGE);
        assertThat(page).contains(BEGIN, END);
        var made = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + new SettingsTable().text()
                + page.substring(page.indexOf(END));
        Files.writeString(MADE, made);
        if (!made.equals(page)) {
            fail("%s differs from the code. Review what is new, then run: cp %s %s%n%s", PAGE, MADE, PAGE, made);
        }
    }

    @Test
    void every_setting_says_what_it_means() {
        assertThat(SettingsTable.settings())
                .hasSizeGreaterThan(8)
                .allSatisfy(setting ->
                        assertThat(setting.meaning()).as(setting.name()).hasSizeGreaterThan(20));
    }
}
