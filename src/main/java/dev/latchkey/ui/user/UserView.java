package dev.latchkey.ui.user;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.latchkey.audit.AuditTrailReader;
import dev.latchkey.component.page.Page;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.twofactor.directory.MemberDetails;
import dev.latchkey.twofactor.directory.MemberDirectory;
import dev.latchkey.twofactor.directory.MemberRecords;
import dev.latchkey.ui.users.SessionsPanel;
import dev.latchkey.ui.users.TwoFactorResetLink;
import dev.latchkey.ui.users.UserActions;
import dev.latchkey.ui.users.UserServices;
import dev.latchkey.ui.users.UsersAddress;
import dev.latchkey.ui.users.delivery.MailRetry;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.StepUpGate;
import java.time.Clock;
import java.util.Optional;

/** One user, with everything that administrators know about them and can do. */
@Route("access-management/users/:id")
public class UserView extends Page implements BeforeEnterObserver {

    private final CurrentSession session;
    private final MemberDirectory members;
    private final MemberRecords records;
    private final UserServices services;
    private final AuditTrailReader auditTrail;
    private final StepUpGate gate;
    private final Clock clock;

    UserView(
            CurrentSession session,
            MemberDirectory members,
            MemberRecords records,
            UserServices services,
            AuditTrailReader auditTrail,
            StepUpGate gate,
            Clock clock) {
        super("user.title");
        this.session = session;
        this.members = members;
        this.records = records;
        this.services = services;
        this.auditTrail = auditTrail;
        this.gate = gate;
        this.clock = clock;
        addClassName("user-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        idIn(event).ifPresentOrElse(this::show, this::showNobody);
    }

    private static Optional<Long> idIn(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters().get("id").map(Long::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void show(long userId) {
        members.find(userId)
                .ifPresentOrElse(
                        member -> records.detailsOf(userId)
                                .ifPresentOrElse(details -> show(member, details), this::showNobody),
                        this::showNobody);
    }

    private void showNobody() {
        begin(getTranslation("user.title"));
        add(new Paragraph(getTranslation("access.refused.user-gone")), back());
    }

    private void show(Member member, MemberDetails details) {
        var now = clock.instant();
        var facts = new UserFacts(this, member, details, now);
        begin(member.displayName());
        var mayActOn = member.isWithinReach(session::may);
        add(back(), actions(member));
        if (mayActOn) {
            services.addresses()
                    .waiting(member.id())
                    .ifPresent(waiting -> add(new WaitingAddressNotice(
                            session.id(), member, waiting, services, gate, now, () -> showAgain(member))));
        }
        var sections = new Div(section("user.details", facts.account()), section("user.two-factor", facts.twoFactor()));
        sections.addClassName("sections");
        if (member.status() == UserStatus.ACTIVE) {
            var sessions = new SessionsPanel(session.id(), member, services.sessions(), services.browsers(), gate);
            sections.add(section("sessions.title", sessions, sessions.endAll()));
        }
        var retry = new MailRetry(session.id(), services.mails(), gate, user -> mayActOn, () -> showAgain(member));
        sections.add(section("user.mails", new MailList(member, records.mailsTo(member.id()), retry, now)));
        if (session.may(Permission.VIEW_AUDIT_TRAIL)) {
            sections.add(section("audit.title", new AuditList(auditTrail, member.id(), now)));
        }
        add(sections);
    }

    /** Everything that can be done to the user; what is not within the reader's reach is not offered. */
    private Component actions(Member member) {
        if (!member.isWithinReach(session::may)) {
            var notice = new Paragraph(getTranslation("user.beyond-reach"));
            notice.addClassName("notice");
            return notice;
        }
        Runnable again = () -> showAgain(member);
        var actions = new Div(new TwoFactorResetLink(
                        this, session.id(), services, gate, user -> user.isWithinReach(session::may), again)
                .of(member));
        new UserActions(this, session.id(), services, gate, again)
                .buttons(member)
                .forEach(actions::add);
        actions.addClassName("buttons");
        return actions;
    }

    private void showAgain(Member member) {
        show(member.id());
        focusHeading();
    }

    private Section section(String titleKey, Component... parts) {
        var section = new Section(new H2(getTranslation(titleKey)));
        section.add(parts);
        return section;
    }

    private RouterLink back() {
        return UsersAddress.back(UI.getCurrent());
    }
}
