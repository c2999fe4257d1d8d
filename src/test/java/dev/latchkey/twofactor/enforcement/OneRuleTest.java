package dev.latchkey.twofactor.enforcement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.account.AccountService;
import dev.latchkey.twofactor.Enrolment;
import dev.latchkey.twofactor.EnrolmentRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a sign-in needs a code, and what the end of enforcement means, are written once. */
class OneRuleTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.latchkey");

    @Test
    void FIELD_rule_the_personal_switch_is_asked_by_the_rule_alone() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Enrolment.class)
                .should()
                .callMethod(Enrolment.class, "personalSwitch")
                .check(CLASSES);
    }

    @Test
    void FIELD_rule_in_sql_it_is_written_once_beside_the_guards() throws IOException {
        assertThat(sourcesWith("enforced_since IS NOT NULL"))
                .containsExactlyInAnyOrder("Enrolment.java", "EnrolmentRepository.java", "AccountService.java");
        assertThat(sourcesWith("COALESCE(e.personal_switch")).containsExactly("Enrolment.java");
    }

    @Test
    void FIELD_rule_enforcement_ends_by_one_method_whoever_ends_it() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(EnforcementLift.class)
                .should()
                .callMethod(AccountService.class, "lift", long.class)
                .orShould()
                .callMethod(EnrolmentRepository.class, "destroyUnwanted")
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
