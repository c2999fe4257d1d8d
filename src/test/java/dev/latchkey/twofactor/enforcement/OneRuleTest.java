package dev.latchkey.twofactor.enforcement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.support.ImportedClasses;
import dev.latchkey.twofactor.enrolment.ImportedEnrolments;
import dev.latchkey.twofactor.enrolment.store.Enrolment;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.secret.EnforcementVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a sign-in needs a code, and what the end of enforcement means, are written once. */
class OneRuleTest {

    private static final JavaClasses CLASSES = ImportedClasses.ofProduct();

    @Test
    void FIELD_rule_the_personal_switch_is_asked_by_the_rule_and_kept_for_the_undo_of_an_import() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Enrolment.class, ImportedEnrolments.class)
                .should()
                .callMethod(Enrolment.class, "personalSwitch")
                .check(CLASSES);
    }

    @Test
    void FIELD_rule_enforcement_is_asked_by_the_rule_and_by_what_speaks_of_enforcement_itself() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Enrolment.class, EnforcementVersion.class)
                .and()
                .resideOutsideOfPackage("..account..")
                .and()
                .doNotHaveSimpleName("EnforcementSwitch")
                .and()
                .doNotHaveSimpleName("EnforcementMessages")
                .and()
                .doNotHaveSimpleName("FirstHour")
                .and()
                .doNotBelongToAnyOf(Enforcement.class)
                .should()
                .callMethod(Account.class, "isTwoFactorEnforcedAt", Instant.class)
                .orShould()
                .callMethod(Account.class, "enforcedSince")
                .check(CLASSES);
    }

    @Test
    void FIELD_rule_in_sql_it_is_written_once_beside_the_guards() throws IOException {
        assertThat(sourcesWith("enforced_since <= :now"))
                .containsExactlyInAnyOrder(
                        "Enrolment.java",
                        "AccountRepository.java",
                        "EnforcedGroupRepository.java",
                        "EnforcementRepository.java");
        assertThat(sourcesWith("personal_switch"))
                .as("the rule, what sets the switch and reads an enrolment, and what undoes an import")
                .containsExactlyInAnyOrder(
                        "Enrolment.java",
                        "EnrolmentRepository.java",
                        "AdoptedSecretRepository.java",
                        "SecretRemovalRepository.java",
                        "ImportWorkRepository.java");
        assertThat(sourcesWith("COALESCE(e.personal_switch"))
                .as("the rule, and what reads the enrolment of somebody who has none")
                .containsExactlyInAnyOrder("Enrolment.java", "EnrolmentRepository.java");
    }

    @Test
    void FIELD_rule_enforcement_ends_by_one_method_whoever_ends_it() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(EnforcementLift.class)
                .should()
                .callMethod(AccountService.class, "lift", long.class, Instant.class)
                .orShould()
                .callMethod(AccountService.class, "cancel", long.class, Instant.class)
                .orShould()
                .callMethod(EnrolmentRepository.class, "destroyUnwanted", Instant.class)
                .check(CLASSES);
    }

    private static List<String> sourcesWith(String text) throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).contains(text))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
