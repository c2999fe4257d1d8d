package dev.latchkey.operation.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A setting that is missing, wrong or unknown stops the start with a sentence that names it as it was written. */
@ExtendWith(OutputCaptureExtension.class)
class WrongSettingTest {

    private final RefusedStart start = RefusedStart.withCompleteSettings();

    @Test
    void complete_settings_are_taken_in_every_form_that_the_environment_knows() {
        start.with("LATCHKEY_SIGN_IN_SESSION_LIFE", "8h")
                .with("LATCHKEY_SIGNIN_SESSIONIDLELIFE", "10m")
                .with("SPRING_DATASOURCE_PASSWORD", "pa${ss}word")
                .with("LATCHKEY_SIGN_IN_TRUSTED_PROXIES_0", "10.1.2.3")
                .with("LATCHKEY_SIGN_IN_TRUSTED_PROXIES_1", "10.2.0.0/16")
                .with("LATCHKEY_SERVICE_HOST", "10.0.0.1")
                .with("LATCHKEY_PORT", "tcp://10.0.0.1:8080")
                .with("LATCHKEY_PORT_8080_TCP_ADDR", "10.0.0.1")
                .with("LATCHKEY_DATABASE_SERVICE_PORT_MARIADB", "3306")
                .succeed("--latchkey.outbox.retention=9d", "--latchkey.pendingSecretLife=8h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "SPRING_DATASOURCE_URL | - | The setting SPRING_DATASOURCE_URL is missing",
                "SPRING_DATASOURCE_URL | jdbc:postgresql://x/y?password=hush | SPRING_DATASOURCE_URL must start with jdbc:mariadb:.",
                "SPRING_DATASOURCE_USERNAME | - | The setting SPRING_DATASOURCE_USERNAME is missing",
                "SPRING_MAIL_HOST | - | The setting SPRING_MAIL_HOST is missing",
                "LATCHKEY_PUBLIC_URL | - | The setting LATCHKEY_PUBLIC_URL is missing: the address that people use",
                "LATCHKEY_MAIL_FROM | - | The setting LATCHKEY_MAIL_FROM is missing: the sender of all mail",
                "LATCHKEY_KEYSET_FILE | - | The setting LATCHKEY_KEYSET_FILE is missing: the file with the keys",
                "LATCHKEY_KEYSET_FILE | '' | The setting LATCHKEY_KEYSET_FILE is blank.",
                "LATCHKEY_OUTBOX_RETENTION | ' ' | The setting LATCHKEY_OUTBOX_RETENTION is blank.",
            })
    void a_missing_or_blank_setting(String name, String value, String sentence, CapturedOutput output) {
        if (value == null) {
            start.without(name);
        } else {
            start.with(name, value);
        }

        start.fail();

        assertSays(sentence, output);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LATCHKEY_PUBLIC_URL | localhost | LATCHKEY_PUBLIC_URL must be an http:// or https:// address, not localhost.",
                "LATCHKEY_PUBLIC_URL | https://[x | LATCHKEY_PUBLIC_URL must be an address such as https://latchkey.example.com, not \"https://[x\".",
                "LATCHKEY_MAIL_FROM | Latchkey: hello | LATCHKEY_MAIL_FROM must be one email address",
                "LATCHKEY_OUTBOX_RETENTION | soon | LATCHKEY_OUTBOX_RETENTION must be a duration such as 30s, 15m, 12h or 90d, not \"soon\".",
                "LATCHKEY_OUTBOX_RETENTION | 47h | LATCHKEY_OUTBOX_RETENTION must be at least 2d, not \"47h\".",
                "LATCHKEY_PENDING_SECRET_LIFE | 99d | LATCHKEY_PENDING_SECRET_LIFE must be at most 30d, not \"99d\".",
                "LATCHKEY_PENDINGSECRETLIFE | 99d | LATCHKEY_PENDINGSECRETLIFE must be at most 30d, not \"99d\".",
                "LATCHKEY_SIGN_IN_SESSION_IDLE_LIFE | 4m | LATCHKEY_SIGN_IN_SESSION_IDLE_LIFE must be at least 5m, not \"4m\".",
                "LATCHKEY_SIGN_IN_SESSION_IDLE_LIFE | 13h | LATCHKEY_SIGN_IN_SESSION_IDLE_LIFE must be at most LATCHKEY_SIGN_IN_SESSION_LIFE.",
                "LATCHKEY_SIGN_IN_FAILURES_PER_ADDRESS | many | LATCHKEY_SIGN_IN_FAILURES_PER_ADDRESS must be a whole number, not \"many\".",
                "LATCHKEY_SIGN_IN_FAILURES_PER_ADDRESS | 0 | LATCHKEY_SIGN_IN_FAILURES_PER_ADDRESS must be at least 1, not \"0\".",
                "LATCHKEY_HSTS_PRELOAD | true | LATCHKEY_HSTS_PRELOAD needs LATCHKEY_HSTS_INCLUDE_SUBDOMAINS=true",
                "LATCHKEY_HSTS_INCLUDE_SUBDOMAINS | si | LATCHKEY_HSTS_INCLUDE_SUBDOMAINS must be true or false, not \"si\".",
                "LATCHKEY_SIGN_IN_TRUSTED_PROXIES | 10.1.2.0/99 | LATCHKEY_SIGN_IN_TRUSTED_PROXIES must be addresses or ranges",
            })
    void FIELD_O7_a_wrong_value_of_our_own(String name, String value, String sentence, CapturedOutput output) {
        start.with(name, value).fail();

        assertSays(sentence, output);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LATCHKEY_MAIL_FORM | a@example.com | There is no setting LATCHKEY_MAIL_FORM. Did you mean LATCHKEY_MAIL_FROM?",
                "LATCHKEY_OUTBOX_RETENTON | 9d | There is no setting LATCHKEY_OUTBOX_RETENTON. Did you mean LATCHKEY_OUTBOX_RETENTION?",
                "LATCHKEY_SIGN_IN_SESSIONLIFE | 9h | Did you mean LATCHKEY_SIGN_IN_SESSION_LIFE?",
                "LATCHKEY_URL | https://latchkey.example.com | Did you mean LATCHKEY_PUBLIC_URL?",
            })
    void a_name_that_there_isnt(String name, String value, String sentence, CapturedOutput output) {
        start.with(name, value).fail();

        assertSays(sentence, output);
    }

    @Test
    void a_name_that_there_isnt_on_the_command_line(CapturedOutput output) {
        start.fail("--latchkey.mail.form=a@example.com");

        assertSays("There is no setting latchkey.mail.form. Did you mean latchkey.mail.from?", output);
    }

    @Test
    void a_wrong_value_in_a_file_is_named_with_its_line(@TempDir Path folder, CapturedOutput output) throws Exception {
        var file = folder.resolve("latchkey.properties");
        Files.writeString(file, "# ours\nlatchkey.outbox.retention=1h\n");

        start.with("SPRING_CONFIG_ADDITIONAL_LOCATION", file.toUri().toString()).fail();

        assertSays("latchkey.outbox.retention (in ", output);
        assertThat(output).contains("latchkey.properties] - 2:27) must be at least 2d, not \"1h\".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVER_PORT | http | SERVER_PORT must be a whole number, not \"http\".",
                "SERVER_PORT | 99999 | SERVER_PORT must be the number of a port, from 1 to 65535, not 99999.",
                "SPRING_MAIL_PORT | 0 | SPRING_MAIL_PORT must be the number of a port",
                "SPRING_MAIL_PORT | smtp | SPRING_MAIL_PORT must be a whole number, not \"smtp\".",
                "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE | twenty | SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE must be a whole number, not \"twenty\".",
                "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE | 0 | SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE can't be used: maxPoolSize cannot be less than 1.",
                "SERVER_SHUTDOWN | slowly | SERVER_SHUTDOWN must be one of graceful, immediate, not \"slowly\".",
                "SERVER_TOMCAT_CONNECTION_TIMEOUT | 10 seconds | SERVER_TOMCAT_CONNECTION_TIMEOUT must be a duration",
                "SERVER_TOMCAT_MAX_HTTP_FORM_POST_SIZE | much | SERVER_TOMCAT_MAX_HTTP_FORM_POST_SIZE must be a size such as",
                "LOGGING_LEVEL_DEV_LATCHKEY | loud | LOGGING_LEVEL_DEV_LATCHKEY must be one of trace, debug, info, warn, error, fatal, off, not \"loud\".",
                "SPRING_MAIL_HOST | ${MAIL_SERVER} | SPRING_MAIL_HOST refers to another setting, ${MAIL_SERVER}, which there isn't.",
            })
    void a_wrong_value_of_spring_boots(String name, String value, String sentence, CapturedOutput output) {
        start.with(name, value).fail();

        assertSays(sentence, output);
    }

    @Test
    void a_directory_of_secrets_that_isnt_there_unless_it_is_optional(CapturedOutput output) {
        start.with("SPRING_CONFIG_IMPORT", "optional:configtree:/no/such/secrets/")
                .succeed();

        start.with("SPRING_CONFIG_IMPORT", "configtree:/no/such/secrets/").fail();

        assertSays("via location 'configtree:/no/such/secrets/' does not exist", output);
    }

    @Test
    void a_wrong_setting_in_a_directory_of_secrets(@TempDir Path folder, CapturedOutput output) throws Exception {
        Files.writeString(folder.resolve("latchkey.mail.form"), "a@example.com");

        start.with("SPRING_CONFIG_IMPORT", "configtree:" + folder + "/").fail();

        assertSays("There is no setting latchkey.mail.form. Did you mean latchkey.mail.from?", output);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVER_FORWARD_HEADERS_STRATEGY | native",
                "SERVER_TOMCAT_REMOTEIP_REMOTE_IP_HEADER | X-Forwarded-For",
                "SERVER_TOMCAT_REMOTEIP_PROTOCOL_HEADER | X-Forwarded-Proto",
            })
    void a_setting_that_would_trust_any_machine_in_a_private_network(String name, String value, CapturedOutput output) {
        start.with(name, value).fail();

        assertSays("Remove " + name + ".", output);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVER_SERVLET_CONTEXT_PATH", "SPRING_MVC_SERVLET_PATH"})
    void FIELD_O4_a_path_that_everything_would_be_below(String name, CapturedOutput output) {
        start.with(name, "/latchkey").fail();

        assertSays("Latchkey can't run below a path, which " + name + " asks for (/latchkey).", output);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/latchkey", "https://example.com/?x", "https://me:hush@example.com"})
    void FIELD_O4_a_public_address_with_a_path(String address, CapturedOutput output) {
        start.with("LATCHKEY_PUBLIC_URL", address).fail();

        assertSays("LATCHKEY_PUBLIC_URL must end after the host and the port", output);
    }

    private static void assertSays(String sentence, CapturedOutput output) {
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains(sentence)
                .doesNotContain("\tat ")
                .doesNotContain("hush");
    }
}
