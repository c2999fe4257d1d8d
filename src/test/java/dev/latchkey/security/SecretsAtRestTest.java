package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Enrolments;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.enrolment.ProposedChange;
import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.keyset.TestSecrets;
import dev.latchkey.twofactor.totp.TotpSecret;
import dev.latchkey.twofactor.transfer.file.ImportedSecret;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@SecurityTest
class SecretsAtRestTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private JdbcTemplate jdbc;

    private Person person;
    private ProposedChange proposed;
    private AuthenticatorApp app;

    @BeforeEach
    void somebodyEnrolled() {
        person = people.member();
        proposed = people.as(person, () -> twoFactor.propose(person.id()));
        app = new AuthenticatorApp(proposed.proposed().secret().base32(), clock);
        people.does(person, () -> twoFactor.turnOn(person.id(), proposed, app.code()));
        clock.toNextStep();
    }

    @Test
    void AC_S_04_ten_thousand_secrets_are_all_different_and_each_has_160_bits() {
        var secrets = Stream.generate(TotpSecret::generate)
                .limit(10_000)
                .map(TotpSecret::base32)
                .collect(Collectors.toSet());

        assertThat(secrets).hasSize(10_000).allMatch(secret -> AuthenticatorApp.decode(secret).length == 20);
    }

    @Test
    void AC_S_07_a_dump_of_the_whole_database_holds_no_secret_in_any_form() {
        outbox.run();
        var dump = dump();

        assertThat(dump.contains(person.email())).as("the control").isTrue();
        assertThat(dump)
                .doesNotContain(proposed.proposed().secret().base32())
                .doesNotContain(proposed.proposed().secret().grouped())
                .doesNotContain("otpauth")
                .doesNotContain(latin1(
                        AuthenticatorApp.decode(proposed.proposed().secret().base32())));
    }

    @Test
    void AC_S_07_a_ciphertext_of_which_any_byte_was_changed_is_refused() {
        var ciphertext = ciphertextOf(person);
        assertThat(TestSecrets.decrypt(application, ciphertext, person.id()))
                .isEqualTo(proposed.proposed().secret().base32());

        for (var i = 0; i < ciphertext.length; i++) {
            var changed = ciphertext.clone();
            changed[i] ^= 1;
            assertThat(catchThrowable(() -> TestSecrets.decrypt(application, changed, person.id())))
                    .as("byte " + i)
                    .hasMessageContaining("cannot be decrypted");
        }
    }

    @Test
    void AC_S_07_a_secret_that_was_copied_from_another_users_row_is_refused() {
        var thief = people.member();
        var thiefsApp = people.enrol(thief);
        clock.toNextStep();
        enrolments.replaceCiphertext(person, ciphertextOf(thief));

        assertThat(catchThrowable(() -> twoFactor.verifyAtSignIn(person.id(), thiefsApp.code())))
                .hasMessageContaining("cannot be decrypted");
    }

    @Test
    void AC_R_15_AC_S_25_a_corrupt_row_lets_nobody_in_and_hurts_nobody_else() {
        var other = people.member();
        var othersApp = people.enrol(other);
        clock.toNextStep();
        enrolments.corrupt(person);

        var browser = Browser.atTheCodeStep(port, person);
        var answer = browser.enterCode(app.code());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Nothing was changed.").doesNotContain("decrypt", "Exception");
        assertThat(Browser.leadsTo(browser.open("/profile"))).isEqualTo("/login/verify");
        assertThat(Browser.leadsTo(Browser.atTheCodeStep(port, other).enterCode(othersApp.code())))
                .isEqualTo("/");
    }

    @Test
    void
            PEER_53_a_secret_leaves_its_package_only_in_the_proposal_to_its_own_user_and_comes_only_from_an_imported_file() {
        ArchRuleDefinition.fields()
                .that()
                .haveRawType(TotpSecret.class)
                .should()
                .beDeclaredIn(ProposedEnrolment.class)
                .orShould()
                .beDeclaredIn(ImportedSecret.class)
                .check(Product.CLASSES);
        var holders = DescribedPredicate.describe("hold a ciphertext", SecretsAtRestTest::holdsCiphertext);
        assertThat(Product.CLASSES.stream().filter(holders)).isNotEmpty();
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("dev.latchkey.twofactor..")
                .should()
                .dependOnClassesThat(holders)
                .check(Product.CLASSES);
    }

    private static boolean holdsCiphertext(JavaClass type) {
        return type.getFields().stream().anyMatch(field -> field.getName().contains("iphertext"));
    }

    @Test
    void PEER_53_no_text_form_tells_a_secret_or_a_code() {
        assertThat(Stream.of(proposed, proposed.proposed().secret()).map(Object::toString))
                .noneMatch(text -> text.contains(proposed.proposed().secret().base32()) || text.contains("otpauth"));
    }

    private byte[] ciphertextOf(Person whose) {
        return enrolments.ciphertextOf(whose);
    }

    private String dump() {
        return jdbc
                .queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()",
                        String.class)
                .stream()
                .flatMap(table -> jdbc.queryForList("SELECT * FROM `" + table + "`").stream())
                .flatMap(row -> row.values().stream())
                .map(value -> value instanceof byte[] bytes ? latin1(bytes) : String.valueOf(value))
                .collect(Collectors.joining("\n"));
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
