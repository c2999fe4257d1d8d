package dev.latchkey.ui.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.RouterLink;
import dev.latchkey.component.Times;
import dev.latchkey.mail.MailComposer;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.ui.users.UsersView;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.identity.UserAddress;
import dev.latchkey.user.ui.UserLink;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UserViewTest extends ViewTest {

    @Autowired
    private UserAdministration administration;

    @Autowired
    private UserAddress addresses;

    @Autowired
    private List<MailComposer> composers;

    @Test
    void the_name_in_the_list_leads_to_the_page_of_the_user() {
        var member = named("Greta Garbo", people.memberWith(Permission.VIEW_AUDIT_TRAIL));
        signIn(people.administrator());
        open(UsersView.class);

        var link = (UserLink) row(member.email()).part("users.name");
        openAddress(link.getHref());

        assertThat(shownIn(one(H1.class))).isEqualTo("Greta Garbo");
        assertThat(shown())
                .contains(member.email(), text("users.status.active"), "Group of " + member.email())
                .contains(text("users.state.off"));
    }

    @Test
    void of_a_user_who_is_gone_or_never_was_the_page_says_so() {
        signIn(people.administrator());

        openUser("0");
        assertThat(shown()).contains(text("access.refused.user-gone"));
        openUser("nobody");
        assertThat(shown()).contains(text("access.refused.user-gone"), text("user.back"));
    }

    @Test
    void whoever_may_not_manage_users_meets_no_such_page() {
        var member = people.member();
        signIn(people.memberWith(Permission.MANAGE_ACCOUNT));

        openUser(Long.toString(member.id()));

        assertThat(shown()).contains(text("error.no-page")).doesNotContain(member.email());
    }

    @Test
    void somebody_who_has_not_signed_up_is_named_by_their_address() {
        var invited = invited();
        signIn(people.administrator());

        openUser(invited);

        assertThat(shownIn(one(H1.class))).isEqualTo(invited.email());
        assertThat(shown()).contains(text("users.status.invited"), text("profile.no-groups"));
    }

    @Test
    void somebody_who_has_not_signed_up_is_named_as_whoever_invited_them_proposed() {
        var invited = invited();
        jdbc.update("UPDATE users SET proposed_name = 'Ada Lovelace' WHERE id = ?", invited.id());
        signIn(people.administrator());

        openUser(invited);

        assertThat(shownIn(one(H1.class))).isEqualTo("Ada Lovelace");
        assertThat(shown()).contains(text("user.proposed-name"), invited.email(), text("users.status.invited"));
    }

    @Test
    void the_page_says_how_the_second_factor_stands_and_how_it_came() {
        var member = people.member();
        people.enrol(member);
        signIn(people.administrator());

        openUser(member);
        assertThat(shown())
                .contains(text("users.state.on"), text("user.secret.on-screen"))
                .contains(text("user.recovery-codes.none"));

        jdbc.update(
                "UPDATE enrolment SET proven_at = NULL, origin = 'AFTER_RESET', expires_at = ? WHERE user_id = ?",
                Timestamp.from(clock.instant().minusSeconds(1)),
                member.id());
        jdbc.update("UPDATE enrolment SET no_code_before = ? WHERE user_id = ?", inAnHour(), member.id());
        openUser(member);
        assertThat(shown())
                .contains(text("user.secret.after-reset"), text("user.no-code-before"))
                .containsPattern("Expired before it was used: ");
    }

    @Test
    void of_somebody_invited_the_page_says_how_long_their_link_is_valid() {
        var invited = invited();
        jdbc.update(
                "INSERT INTO one_time_link (purpose, token_hash, user_id, created_at, expires_at)"
                        + " VALUES ('INVITATION', UNHEX(SHA2(UUID(), 256)), ?, ?, ?)",
                invited.id(),
                Timestamp.from(clock.instant()),
                inAnHour());
        signIn(people.administrator());

        openUser(invited);

        assertThat(shown())
                .contains(
                        text("user.invitation-expires"),
                        Times.exact(UI.getCurrent(), inAnHour().toInstant()));
        assertThat(hasButton("users.invite-again")).isTrue();
    }

    @Test
    void sessions_are_ended_on_the_page() {
        var member = people.member();
        sessionOf(member, "Safari", "macOS", "192.0.2.7");
        signIn(people.administrator());

        openUser(member);
        assertThat(shown()).contains("192.0.2.7");
        press("users.sessions.end-all");
        confirm();

        assertThat(shown()).contains(text("sessions.none"));
        assertThat(audited()).containsExactly("SESSIONS_ENDED " + member.email());
    }

    @Test
    void each_mail_to_the_user_stands_there_with_the_answer_of_the_server() {
        var member = people.member();
        jdbc.update(
                "INSERT INTO outbox_message (kind, recipient_id, status, problem, failure, created_at, next_attempt_at)"
                        + " VALUES ('SECRET_RESET', ?, 'FAILED', 'REFUSED', '550 no such mailbox', ?, ?)",
                member.id(),
                Timestamp.from(clock.instant()),
                Timestamp.from(clock.instant()));
        signIn(people.administrator());

        openUser(member);

        assertThat(shown()).contains(text("user.mail.secret"), text("users.mail.failed", "550 no such mailbox"));
    }

    @Test
    void what_was_refused_is_sent_again_whatever_kind_of_mail_it_is() {
        var member = people.member();
        refusedMailTo(member, "WRONG_CODES");
        signIn(people.administrator());

        openUser(member);
        press("mails.retry");

        assertThat(told()).contains(text("users.delivery.retried"));
        assertThat(audited()).containsExactly("EMAIL_RETRIED " + member.email() + " 1");
        assertThat(shown()).contains(text("user.mail.wrong-codes"));
        assertThat(hasButton("mails.retry")).isFalse();
    }

    @Test
    void nothing_is_sent_again_to_somebody_with_more_permissions() {
        var administrator = people.administrator();
        refusedMailTo(administrator, "WRONG_CODES");
        signIn(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));

        openUser(administrator);

        assertThat(shown()).contains(text("user.mail.wrong-codes"));
        assertThat(hasButton("mails.retry")).isFalse();
    }

    @Test
    void every_kind_of_mail_has_a_name() {
        assertThat(composers.stream()
                        .flatMap(composer -> composer.compositions().stream())
                        .map(composition -> composition.kind().name()))
                .isNotEmpty()
                .allSatisfy(kind -> assertThat(MailNames.key(kind)).as(kind).isNotEqualTo(MailNames.UNKNOWN));
    }

    @Test
    void an_address_that_waits_for_its_link_is_shown_and_withdrawn() {
        var member = people.member();
        var helpdesk = named("Hilda Helpdesk", people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));
        people.does(helpdesk, () -> addresses.request(helpdesk.id(), member.id(), new EmailAddress("new@example.org")));
        signIn(people.administrator());

        openUser(member);
        assertThat(shown()).contains("new@example.org").contains("by Hilda Helpdesk");
        press("user.waiting-address.withdraw");

        assertThat(audited()).anyMatch(line -> line.startsWith("ADDRESS_CHANGE_CANCELLED"));
        assertThat(shown()).doesNotContain("by Hilda Helpdesk");
        assertThat(hasButton("user.waiting-address.withdraw")).isFalse();
    }

    @Test
    void an_address_that_was_asked_for_meanwhile_is_not_withdrawn_unseen() {
        var member = people.member();
        var administrator = people.administrator();
        people.does(
                administrator,
                () -> addresses.request(administrator.id(), member.id(), new EmailAddress("new@example.org")));
        signIn(administrator);
        openUser(member);

        elsewhere(() -> people.does(
                administrator,
                () -> addresses.request(administrator.id(), member.id(), new EmailAddress("newer@example.org"))));
        press("user.waiting-address.withdraw");

        assertThat(told()).contains(text("access.refused.user-changed"));
        assertThat(people.as(administrator, () -> addresses.waiting(member.id())))
                .hasValueSatisfying(waiting -> assertThat(waiting.email()).isEqualTo("newer@example.org"));
    }

    @Test
    void the_page_leads_back_to_the_list_that_it_was_opened_from() {
        var member = people.member();
        signIn(people.administrator());

        openUser(member);
        assertThat(back().getHref()).isEqualTo("access-management/users");
        openAddress("access-management/users?search=example&status=active");
        openUser(member);
        assertThat(back().getHref()).isEqualTo("access-management/users?search=example&status=active");
    }

    @Test
    void entries_of_the_audit_trail_are_for_those_who_may_read_it() {
        var member = people.member();
        var administrator = people.administrator();
        people.does(administrator, () -> administration.disable(administrator.id(), member.id()));

        signIn(administrator);
        openUser(member);
        assertThat(shown()).contains(text("audit.action.user-disabled"), text("user.audit.about"));
        assertThat(LocatorJ._find(Anchor.class, spec -> spec.withText(text("user.audit.about"))))
                .singleElement()
                .extracting(Anchor::getHref)
                .asString()
                .isEqualTo("access-management/audit-trail?about=" + member.id());
    }

    @Test
    void entries_stay_with_the_user_when_the_address_changes_hands() {
        var member = people.member();
        var administrator = people.administrator();
        people.does(administrator, () -> administration.disable(administrator.id(), member.id()));
        people.setEmail(member, "renamed." + member.email());
        var next = people.member();
        people.setEmail(next, member.email());

        signIn(administrator);
        openUser(member);
        assertThat(shown()).contains(text("audit.action.user-disabled"));
        openUser(next);
        assertThat(shown()).doesNotContain(text("audit.action.user-disabled"));
    }

    @Test
    void without_that_permission_there_are_none() {
        var member = people.member();
        var administrator = people.administrator();
        people.does(administrator, () -> administration.disable(administrator.id(), member.id()));

        signIn(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));
        openUser(member);

        assertThat(shown()).doesNotContain(text("audit.action.user-disabled"), text("audit.title"));
    }

    @Test
    void an_action_on_the_page_asks_and_shows_what_it_has_done() {
        var member = people.member();
        signIn(people.administrator());
        openUser(member);

        press("users.disable");
        confirm();
        assertThat(shown()).contains(text("users.status.disabled"));
        assertThat(hasButton("users.enable")).isTrue();

        press("users.remove");
        confirm();
        assertThat(exists(member)).isFalse();
        assertThat(shown()).contains(text("access.refused.user-gone"));
    }

    @Test
    void nothing_is_offered_over_somebody_with_more_permissions_and_the_page_says_why() {
        var administrator = people.administrator();
        signIn(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));

        openUser(administrator);

        assertThat(shown()).contains(text("user.beyond-reach"), administrator.email());
        assertThat(hasButton("users.remove")).isFalse();
        assertThat(hasButton("users.reset")).isFalse();
    }

    private void refusedMailTo(Person person, String kind) {
        var now = Timestamp.from(clock.instant());
        jdbc.update(
                "INSERT INTO outbox_message (kind, recipient_id, status, problem, failure, created_at, next_attempt_at)"
                        + " VALUES (?, ?, 'FAILED', 'REFUSED', '550 no such mailbox', ?, ?)",
                kind,
                person.id(),
                now,
                now);
    }

    private static RouterLink back() {
        return all(RouterLink.class).stream()
                .filter(link -> link.getHref().startsWith("access-management/users"))
                .findFirst()
                .orElseThrow();
    }

    private Timestamp inAnHour() {
        return Timestamp.from(clock.instant().plus(Duration.ofHours(1)));
    }

    private void openUser(Person person) {
        openUser(Long.toString(person.id()));
    }

    private void openUser(String id) {
        openAddress(UserLink.PAGES + id);
    }
}
