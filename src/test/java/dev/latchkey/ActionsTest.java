package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.support.ActionTable;
import dev.latchkey.support.CallGraph;
import dev.latchkey.support.Writing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/actions.md to the code: who may do what to whom, and by which proof. */
class ActionsTest {

    private static final Path PAGE = Path.of("docs/actions.md");
    private static final Path MADE = Path.of("target/actions.md");

    /** Why a change by somebody signed in asks for nothing anew; without a reason there is none. */
    private static final Map<String, String> HARMLESS = new TreeMap<>(Map.ofEntries(
            Map.entry("KnownBrowserAdministration.forgetOwn", "as for a session"),
            Map.entry("AuditTrailReader.recordExport", "a line in the audit trail"),
            Map.entry("EnforcementMails.recordExport", "a line in the audit trail"),
            Map.entry("EnforcementMails.retry", "the mails go to the same registered addresses"),
            Map.entry(
                    "EnforcementSample.sendToReader",
                    "one mail, to the administrator's own registered address, with a secret of nobody"),
            Map.entry("Invitations.invite", "without groups, it gives no permissions; with groups, it needs the proof"),
            Map.entry(
                    "OwnSessions.end", "users who find a session that isn't theirs must be able to end it right away"),
            Map.entry("OwnSessions.endOthers", "as for one session"),
            Map.entry("Reminders.remind", "one mail a day without a secret, to the registered address"),
            Map.entry("Reminders.remindEveryone", "as for one user"),
            Map.entry("TestMail.send", "one mail, to the administrator's own registered address"),
            Map.entry("UserService.chooseLanguage", "it gives and takes no access"),
            Map.entry("UserService.recordTimeZone", "it gives and takes no access"),
            Map.entry("FirstHour.keepSecretDelivery", "a tick on a checklist"),
            Map.entry("FirstHour.close", "it hides a checklist"),
            Map.entry("Evidence.recordExport", "a line in the audit trail"),
            Map.entry("MemberExport.begin", "a line in the audit trail"),
            Map.entry("OwnAddress.withdraw", "everything stays as it is"),
            Map.entry(
                    "OwnName.change",
                    "a name gives no access, and is never shown without the address where it matters"),
            Map.entry("BulkOrders.close", "it hides a result from the actor alone"),
            Map.entry("BulkOrders.stop", "it stops what the actor has ordered with the proof")));

    /** What writes audit entries or sends messages and nothing else, but for what providers of the login do about a proof. */
    private static final Set<String> ONLY_TOLD = Set.of(
            "AuditTrailReader.recordExport",
            "EnforcementMails.recordExport",
            "EnforcementMails.retry",
            "EnforcementSample.sendToReader",
            "Evidence.recordExport",
            "MemberExport.begin",
            "MemberMails.retry",
            "StepUp.prove",
            "StepUp.proveByRecoveryCode",
            "StepUp.provePassword",
            "TestMail.send");

    /** What a plain page does for whoever has just used up their link there: that was the guard. */
    private static final Set<String> AFTER_A_LINK = Set.of("KnownBrowserCookie.rememberByLink", "SignUpSignIn.signIn");

    @Test
    void FIELD_A2_FIELD_A10_FIELD_A11_the_table_of_actions_says_what_the_code_does() throws IOException {
        var made = new ActionTable(HARMLESS).text();
        Files.writeString(MADE, made);
        if (!Files.exists(PAGE) || !Files.readString(PAGE).equals(made)) {
            fail("%s differs from the code. Review what is new, then run: cp %s %s%n%s", PAGE, MADE, PAGE, made);
        }
    }

    @Test
    void FIELD_A11_every_change_by_somebody_signed_in_takes_a_fresh_proof_or_has_a_reason_not_to() {
        var without = CallGraph.entryPoints()
                .filter(ActionTable::isForSomebodySignedIn)
                .filter(ActionTable::changesSomething)
                .filter(method -> ActionTable.freshProof(method).isEmpty())
                .map(CallGraph::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(without).containsExactlyElementsOf(HARMLESS.keySet());
    }

    /** Or else a statement that the table doesn't know as one would be hidden by the audit entry or the message beside it. */
    @Test
    void every_change_is_known_by_its_own_statement_and_not_by_what_is_told_of_it() {
        var knownByWhatIsTold = CallGraph.entryPoints()
                .filter(ActionTable::isGuarded)
                .filter(ActionTable::changesSomething)
                .filter(method -> !CallGraph.reachesUnguarded(method, ActionsTest::tells, Writing::writesItself))
                .map(CallGraph::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(knownByWhatIsTold).containsExactlyInAnyOrderElementsOf(ONLY_TOLD);
    }

    private static boolean tells(JavaCodeUnit unit) {
        var told = unit.getOwner().getPackageName();
        return told.startsWith("dev.latchkey.audit") || told.startsWith("dev.latchkey.mail");
    }

    /** Whatever a page calls goes through a guard before anything is written, but for what concerns the very session that asks. */
    @Test
    void FIELD_A11_no_page_writes_anything_past_a_guard() {
        var past = CallGraph.views()
                .flatMap(view -> view.getCodeUnits().stream())
                .filter(unit -> CallGraph.reachesUnguarded(unit, ActionsTest::mayBeCalled, Writing::writesItself))
                .map(JavaCodeUnit::getFullName)
                .toList();

        assertThat(past).isEmpty();
    }

    private static boolean mayBeCalled(JavaCodeUnit unit) {
        return ActionTable.isGuarded(unit)
                || unit.getOwner().isEquivalentTo(CurrentSession.class)
                || AFTER_A_LINK.contains(CallGraph.nameOf(unit));
    }
}
