package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only a browser shows: a file leaves it in parts, and arrives whole. */
@LatchkeyTest
class ImportJourneyTest extends ChromiumJourney {

    @BeforeEach
    void openImport() {
        people.startOver();
        logIn(page, people.administrator());
        page.navigate("/access-management/users");
        button(page, "Import").click();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void a_file_of_several_parts_is_read_whole_and_can_be_imported() {
        var rows = IntStream.range(0, 5_000)
                .mapToObj(i -> "user" + i + "@example.com,Käthe Groß the " + i + "th")
                .collect(Collectors.joining("\n", "email,name\n", "\n"));

        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("users.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));

        assertThat(page.getByText("5,000 new users will be invited.")).isVisible();
        assertThat(button(page, "Import 5,000 users")).isVisible();
        assertThat(page.getByText("Käthe Groß the 0th").first()).isVisible();
        button(page, "Import 5,000 users").click();
        assertThat(page.getByText("5,000 new users will be invited.")).isVisible();
    }
}
