package dev.latchkey;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.PreserveOnRefresh;
import dev.latchkey.common.text.BoundedText;
import dev.latchkey.support.ImportedClasses;
import dev.latchkey.twofactor.challenge.SignInSecrets;
import dev.latchkey.user.access.OnlyThemselves;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedActor;
import dev.latchkey.user.access.PermittedManager;
import dev.latchkey.user.access.PermittedOver;
import dev.latchkey.user.access.PermittedOverGroup;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.access.PermittedToManage;
import dev.latchkey.user.access.SteppedUpActor;
import dev.latchkey.user.access.SteppedUpOver;
import dev.latchkey.user.access.SteppedUpOverGroup;
import dev.latchkey.user.access.SteppedUpThemselves;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

class ArchitectureTest {

    private static final JavaClasses CLASSES = ImportedClasses.ofProduct();

    /** What is handed rows, errors, conversions or limits of connections, and makes no statement. */
    private static final Set<String> HEAR_OF_THE_DATABASE = Set.of(
            "dev.latchkey.audit.seal.EntriesHash",
            "dev.latchkey.audit.seal.SealedEntries",
            "dev.latchkey.audit.seal.SealingJob",
            "dev.latchkey.audit.AuditTriggers",
            "dev.latchkey.common.ConcurrencyFailure",
            "dev.latchkey.operation.DataConfiguration",
            "dev.latchkey.operation.StatementCount",
            "dev.latchkey.operation.command.AuditVerify",
            "dev.latchkey.operation.start.DatabaseFailureAnalyzer",
            "dev.latchkey.common.DatabaseOutage",
            "dev.latchkey.operation.start.UnhurriedDataSource");

    /** What handles requests, paths and sessions of Vaadin. PageLanguage speaks to the UI; CodeRefusedHandler uses one of its texts. */
    private static final Set<String> BESIDE_THE_WIDGETS = Set.of(
            "dev.latchkey.operation.command.OfflineApplication",
            "dev.latchkey.signin.code.CodeRefusedHandler",
            "dev.latchkey.signin.completion.CompleteSessionFilter",
            "dev.latchkey.signin.configuration.PageAccess",
            "dev.latchkey.signin.configuration.SecurityConfiguration",
            "dev.latchkey.signin.navigation.PageLanguage",
            "dev.latchkey.signin.navigation.PostSignInRedirect",
            "dev.latchkey.signin.session.CurrentSession",
            "dev.latchkey.signin.session.SessionRegistry",
            "dev.latchkey.signin.stepup.StepUp",
            "dev.latchkey.signin.web.PagePolicy");

    @Test
    void arrows_point_one_way() {
        ApplicationModules.of(LatchkeyApplication.class).verify();
    }

    /** However deep they lie: a cycle between two rooms makes one room of them. */
    @Test
    void rooms_form_no_cycles() {
        slices().matching("dev.latchkey.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void rules_know_no_widgets() {
        noClasses()
                .that(resideInAnyPackage(
                                "dev.latchkey.common..",
                                "dev.latchkey.account..",
                                "dev.latchkey.audit..",
                                "dev.latchkey.mail..",
                                "dev.latchkey.user..",
                                "dev.latchkey.twofactor..",
                                "dev.latchkey.signin..",
                                "dev.latchkey.operation..")
                        .and(not(resideInAnyPackage("..ui..", "dev.latchkey.signin.page..")))
                        .and(describe(
                                "are not beside the widgets",
                                type -> !BESIDE_THE_WIDGETS.contains(
                                        outermost(type).getName()))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.vaadin..", "dev.latchkey.component..", "dev.latchkey..ui.."))
                .check(CLASSES);
    }

    @Test
    void a_feature_keeps_its_repositories_to_itself() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should(new ArchCondition<>("be used within their feature alone") {
                    @Override
                    public void check(JavaClass repository, ConditionEvents events) {
                        repository
                                .getDirectDependenciesToSelf()
                                .forEach(use -> events.add(new SimpleConditionEvent(
                                        use,
                                        featureOf(use.getOriginClass()).equals(featureOf(repository)),
                                        use.getDescription())));
                    }
                })
                .check(CLASSES);
    }

    private static String featureOf(JavaClass type) {
        return type.getPackageName().split("\\.")[2];
    }

    @Test
    void views_ask_services_alone() {
        noClasses()
                .that()
                .resideInAnyPackage("..ui..", "..page..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Repository.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(org.springframework.data.repository.Repository.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .check(CLASSES);
    }

    /** Whoever looks for a statement finds it in a repository, beside the method that it serves. */
    @Test
    void only_repositories_speak_to_the_database() {
        noClasses()
                .that(describe(
                        "are no part of a repository and have no reason to",
                        type -> !outermost(type).getSimpleName().endsWith("Repository")
                                && !HEAR_OF_THE_DATABASE.contains(
                                        outermost(type).getName())))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.springframework.jdbc..",
                                "org.springframework.data.jdbc.core..",
                                "org.springframework.data.relational..",
                                "java.sql..",
                                "javax.sql..")
                        .and(not(resideInAPackage("org.springframework.data.relational.core.mapping.."))))
                .check(CLASSES);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    @Test
    void what_speaks_to_the_database_is_called_a_repository() {
        classes()
                .that()
                .areAssignableTo(org.springframework.data.repository.Repository.class)
                .should()
                .haveSimpleNameEndingWith("Repository")
                .check(CLASSES);
    }

    /** An interface has no private statements: one of several that belong together would be half a change. */
    @Test
    void a_part_of_what_a_repository_does_is_called_by_that_repository_alone() {
        classes()
                .that()
                .areAssignableTo(org.springframework.data.repository.Repository.class)
                .should(new ArchCondition<>("call the parts of their own methods alone") {
                    @Override
                    public void check(JavaClass repository, ConditionEvents events) {
                        var parts = Stream.concat(
                                        repository.getMethodCallsFromSelf().stream(),
                                        repository.getMethodReferencesFromSelf().stream())
                                .flatMap(call -> call.getTarget().resolveMember().stream())
                                .filter(part -> part.getOwner().equals(repository)
                                        && part.getModifiers().contains(JavaModifier.ABSTRACT))
                                .collect(Collectors.toSet());
                        parts.stream()
                                .flatMap(part -> part.getAccessesToSelf().stream())
                                .forEach(use -> events.add(new SimpleConditionEvent(
                                        use, use.getOriginOwner().equals(repository), use.getDescription())));
                    }
                })
                .check(CLASSES);
    }

    @Test
    void every_service_method_that_a_view_calls_says_who_may() {
        noClasses()
                .that()
                .resideInAnyPackage("..ui..", "..page..")
                .should(callMethodWhere(describe(
                        "the method is an unguarded one of a service",
                        (JavaMethodCall call) -> call.getTargetOwner().isAnnotatedWith(Service.class)
                                && call.getTarget()
                                        .resolveMember()
                                        .filter(member -> member.isAnnotatedWith(PreAuthorize.class)
                                                || member.isMetaAnnotatedWith(PreAuthorize.class))
                                        .isEmpty())))
                .check(CLASSES);
    }

    /** Only these forms go through the factory that adds the factors; a bare comparison lets a password-only session pass. */
    @Test
    void every_rule_asks_for_the_factors_of_the_sign_in() {
        methods()
                .that()
                .areAnnotatedWith(PreAuthorize.class)
                .should(new ArchCondition<JavaMethod>("begin with isAuthenticated(), hasAuthority or permitAll()") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        var rule =
                                method.getAnnotationOfType(PreAuthorize.class).value();
                        events.add(new SimpleConditionEvent(
                                method, asksForFactors(rule), method.getFullName() + ": " + rule));
                    }
                })
                .check(CLASSES);
        assertThat(Stream.of(
                                OnlyThemselves.class,
                                SteppedUpThemselves.class,
                                PermittedTo.class,
                                PermittedOver.class,
                                PermittedOverGroup.class,
                                PermittedActor.class,
                                PermittedToManage.class,
                                PermittedManager.class,
                                SteppedUpActor.class,
                                SteppedUpOver.class,
                                SteppedUpOverGroup.class)
                        .map(rule -> rule.getAnnotation(PreAuthorize.class).value()))
                .allMatch(ArchitectureTest::asksForFactors);
    }

    /** The one rule that lets somebody pass who still owes a code. */
    @Test
    void before_the_code_a_user_reaches_the_code_step_alone() {
        methods()
                .that()
                .areAnnotatedWith("dev.latchkey.twofactor.challenge.DuringTheirSignIn")
                .should()
                .beDeclaredIn(SignInSecrets.class)
                .check(CLASSES);
    }

    @Test
    void annotations_that_ignore_the_factors_are_not_used() {
        methods()
                .should()
                .notBeAnnotatedWith(Secured.class)
                .andShould()
                .notBeAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                .check(CLASSES);
        classes()
                .should()
                .notBeAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                .check(CLASSES);
    }

    @Test
    void no_permission_can_be_taken_for_a_passed_factor() {
        assertThat(Arrays.stream(Permission.values()).map(Enum::name)).noneMatch(name -> name.startsWith("FACTOR_"));
    }

    @Test
    void codes_are_spent_through_one_statement_by_one_class() {
        onlyOneClassSpends("EnrolmentRepository", "EnrolmentChanges");
    }

    @Test
    void recovery_codes_are_spent_through_one_statement_by_one_class() {
        onlyOneClassSpends("RecoveryCodeRepository", "RecoveryCodeChanges");
        onlyOneClassSpends("RecoveryCodeChanges", "RecoveryCodes");
    }

    private static void onlyOneClassSpends(String owner, String caller) {
        noClasses()
                .that()
                .doNotHaveSimpleName(caller)
                .should(callMethodWhere(describe(
                        "the method is " + owner + ".spend",
                        (JavaMethodCall call) -> call.getName().equals("spend")
                                && call.getTargetOwner().getSimpleName().equals(owner))))
                .check(CLASSES);
    }

    @Test
    void time_comes_from_the_injected_clock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.latchkey.common.ClockConfiguration")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(CLASSES);
    }

    /** It takes long, and holds a connection and locks meanwhile; tests see to what is not told by an annotation. */
    @Test
    void FIELD_RULE17_no_transaction_calculates_a_hash() {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .or()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Transactional.class)
                .should(new ArchCondition<JavaMethod>("lead to no PasswordEncoder") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        events.add(new SimpleConditionEvent(
                                method, !hashes(method, new HashSet<>()), method.getFullName() + " calculates a hash"));
                    }
                })
                .check(CLASSES);
    }

    private static boolean hashes(JavaCodeUnit caller, Set<JavaCodeUnit> seen) {
        return seen.add(caller)
                && caller.getCallsFromSelf().stream()
                        .anyMatch(call -> isHashing(call)
                                || call.getTarget()
                                        .resolveMember()
                                        .filter(JavaCodeUnit.class::isInstance)
                                        .map(JavaCodeUnit.class::cast)
                                        .filter(callee -> callee.getOwner()
                                                .getPackageName()
                                                .startsWith("dev.latchkey"))
                                        .filter(callee -> hashes(callee, seen))
                                        .isPresent());
    }

    private static boolean isHashing(JavaCall<?> call) {
        return call.getTargetOwner().isAssignableTo(PasswordEncoder.class)
                && Set.of("encode", "matches").contains(call.getName());
    }

    /** Normalizing takes the square of a text's length; only this class measures the text before. */
    @Test
    void FIELD_A1_a_text_is_normalized_behind_its_bound_alone() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(BoundedText.class)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("(java|com\\.ibm\\.icu)\\.text\\.Normalizer.*")
                .check(CLASSES);
    }

    @Test
    void nothing_is_injected_into_fields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(CLASSES);
    }

    @Test
    void no_view_outlives_a_reload() {
        classes().should().notBeAnnotatedWith(PreserveOnRefresh.class).check(CLASSES);
    }

    @Test
    void every_package_says_that_null_is_the_exception() {
        classes()
                .that(resideInAPackage("dev.latchkey.."))
                .should(new ArchCondition<>("reside in a @NullMarked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var marked = type.getPackage().getAnnotations().stream()
                                .map(JavaAnnotation::getRawType)
                                .anyMatch(annotation ->
                                        annotation.getName().equals("org.jspecify.annotations.NullMarked"));
                        events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not marked"));
                    }
                })
                .check(CLASSES);
    }

    private static boolean asksForFactors(String rule) {
        return rule.startsWith("isAuthenticated()") || rule.startsWith("hasAuthority(") || rule.equals("permitAll()");
    }
}
