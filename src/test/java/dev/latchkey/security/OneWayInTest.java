package dev.latchkey.security;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.vaadin.flow.component.ClientCallable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.authentication.dao.AbstractUserDetailsAuthenticationProvider;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The inventory of the ways in: a second one beside the limits and the factors turns this red before anybody finds it. */
@Tag("security")
class OneWayInTest {

    @Test
    void PEER_16_a_password_is_looked_at_by_the_one_provider_that_counts_attempts() {
        assertThat(callersOf("matches", PasswordEncoder.class.getName()))
                .as("the encoders that pass it on to the one that reckons")
                .containsExactly("BoundedPasswordEncoder", "NormalizingPasswordEncoder");
        assertThat(Product.CLASSES.stream()
                        .filter(type -> type.isAssignableTo(AbstractUserDetailsAuthenticationProvider.class))
                        .map(JavaClass::getSimpleName))
                .containsExactly("PasswordAuthenticationProvider");
    }

    @Test
    void PEER_04_PEER_16_a_code_is_looked_at_and_spent_by_the_one_verifier_that_counts_attempts() {
        assertThat(callersOf("spend", "dev.latchkey.twofactor.enrolment.store.EnrolmentRepository"))
                .containsExactly("EnrolmentChanges");
        assertThat(callersOf("verify", "dev.latchkey.twofactor.enrolment.CodeVerifier"))
                .containsExactly("TwoFactorService");
        assertThat(callersOf("verifyAtSignIn", "dev.latchkey.twofactor.enrolment.TwoFactorService"))
                .containsExactly("TotpAuthenticationProvider");
        assertThat(callersOf("matchingStep", "dev.latchkey.twofactor.totp.Totp"))
                .as("the second is that of secrets that are on the screen, which nobody needs to guess")
                .containsExactly("CodeVerifier", "ProposedEnrolment");
    }

    @Test
    void AC_V_05_no_annotation_guards_that_does_not_ask_for_the_factors() {
        for (var annotation : Set.of(
                Secured.class.getName(),
                "jakarta.annotation.security.RolesAllowed",
                "jakarta.annotation.security.PermitAll")) {
            noMethods().should().beAnnotatedWith(annotation).check(Product.CLASSES);
            noClasses().should().beAnnotatedWith(annotation).check(Product.CLASSES);
        }
    }

    @Test
    void PEER_32_PEER_41_nothing_of_a_view_can_be_called_by_the_page_itself() {
        noMethods().should().beAnnotatedWith(ClientCallable.class).check(Product.CLASSES);
        noMethods()
                .should()
                .beAnnotatedWith("com.vaadin.flow.component.template.internal.DeprecatedPolymerPublishedEventHandler")
                .check(Product.CLASSES);
    }

    @Test
    void AC_S_08_time_is_the_servers_and_comes_from_its_one_clock() {
        var now = noClasses()
                .that()
                .doNotHaveSimpleName("ClockConfiguration")
                .should()
                .callMethod(Instant.class, "now");
        for (var type : Set.of(LocalDateTime.class, ZonedDateTime.class)) {
            now = now.orShould().callMethod(type, "now");
        }
        now.orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(Product.CLASSES);
    }

    @Test
    void AC_V_12_no_rule_is_made_for_strangers_alone() {
        noClasses()
                .should(callMethodWhere(describe(
                        "the method is anonymous()",
                        (JavaMethodCall call) -> call.getName().equals("anonymous")
                                && call.getTargetOwner().getPackageName().startsWith("org.springframework.security"))))
                .check(Product.CLASSES);
    }

    @Test
    void AC_V_15_what_composes_mail_asks_nobody_who_is_signed_in() {
        noClasses()
                .that()
                .resideInAPackage("dev.latchkey.mail")
                .or()
                .haveSimpleNameEndingWith("Composer")
                .or()
                .haveSimpleNameEndingWith("Mail")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("SecurityContextHolder")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("CurrentSession")
                .check(Product.CLASSES);
    }

    private static Set<String> callersOf(String method, String owner) {
        return Product.CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getName().equals(method)
                        && call.getTargetOwner().getName().equals(owner))
                .map(call -> call.getOriginOwner().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
