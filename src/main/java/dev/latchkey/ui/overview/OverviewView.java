package dev.latchkey.ui.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.latchkey.component.page.Page;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.twofactor.enforcement.ui.AuthenticationSettingsView;
import dev.latchkey.twofactor.enforcement.ui.EnforcementMessages;
import dev.latchkey.twofactor.enforcement.ui.MailProgressPanel;
import dev.latchkey.ui.profile.ProfileView;
import dev.latchkey.user.access.Permission;

/** Where administrators start: how far two-factor authentication has come, and what to do next. */
@Route("access-management/overview")
public class OverviewView extends Page {

    private final CurrentSession session;
    private final OverviewServices services;

    OverviewView(CurrentSession session, OverviewServices services) {
        super("overview.title");
        this.session = session;
        this.services = services;
        var actorId = session.user().getUserId();
        if (!services.twoFactor().statusOf(actorId).on()) {
            add(ownFactorIsOff());
        }
        var managesAccount = session.may(Permission.MANAGE_ACCOUNT);
        if (managesAccount) {
            add(new FirstHourPanel(actorId, services.firstHour(), session::may));
        }
        if (managesAccount || session.may(Permission.MANAGE_USERS_AND_GROUPS)) {
            addRollOut(actorId, managesAccount);
        }
        if (session.may(Permission.VIEW_AUDIT_TRAIL)) {
            add(new EvidencePanel(services.evidence()));
        }
    }

    private void addRollOut(long actorId, boolean managesAccount) {
        var links = new UsersLinks(session.may(Permission.MANAGE_USERS_AND_GROUPS));
        add(
                new CoveragePanel(services.coverage().figures(), links),
                new CoverageChart(services.evidence().figures(CoverageChart.DAYS)));
        if (managesAccount) {
            add(enforcement(actorId));
        }
        add(
                new RemindPanel(actorId, services.reminders()),
                new GroupsPanel(services.coverage().byGroup(), links));
    }

    private Section enforcement(long actorId) {
        var enforcement = services.enforcement();
        var section = new Section(
                new H2(getTranslation("enforcement.switch")),
                new Paragraph(EnforcementMessages.state(
                        this, enforcement, services.groupEnforcement(), enforcement.standing())),
                new RouterLink(getTranslation("enforcement.own-first.go"), AuthenticationSettingsView.class),
                new MailProgressPanel(actorId, services.mails()),
                new RefusedPanel(services.mails()));
        // For the table of refused addresses
        section.addClassName("wide");
        return section;
    }

    private Div ownFactorIsOff() {
        var notice = new Div(new Div(
                new Span(getTranslation("overview.own-off")),
                new RouterLink(getTranslation("overview.own-off.go"), ProfileView.class)));
        notice.addClassNames("notice", "warning", "own-factor-off");
        return notice;
    }
}
