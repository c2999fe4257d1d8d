package dev.latchkey.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.ProductJar;
import dev.latchkey.support.ProductSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the jar says of a wrong setting. More of them, in the process of the tests, are in {@code WrongSettingTest}. */
class WrongSettingIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPRING_DATASOURCE_URL | jdbc:mariadb://127.0.0.1:1/none?password=hush | use the database in SPRING_DATASOURCE_URL, jdbc:mariadb://127.0.0.1:1/none:",
                "SPRING_LIQUIBASE_PASSWORD | wrong | SPRING_LIQUIBASE_PASSWORD",
                "LATCHKEY_PUBLIC_URL | https://example.com/latchkey | LATCHKEY_PUBLIC_URL must end after the host",
                "LATCHKEY_MAIL_FROM | Latchkey: hello | LATCHKEY_MAIL_FROM must be one email address",
                "LATCHKEY_OUTBOX_RETENTION | 1h | LATCHKEY_OUTBOX_RETENTION must be at least 2d, not \"1h\".",
                "LATCHKEY_KEYSET_FILE | /no/such/file | read the keyset file /no/such/file: "
            })
    void FIELD_O4_FIELD_O7_a_wrong_setting_stops_the_start_with_a_sentence_that_names_it(
            String name, String value, String sentence) throws Exception {
        var settings = ProductSettings.of(folder, "latchkey_wrong_setting").with(name, value);

        assertThat(ProductJar.run(settings))
                .contains(sentence)
                .doesNotContain("\tat ")
                .doesNotContain("hush");
    }
}
