package dev.latchkey.ui.user;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import dev.latchkey.common.text.Isolation;
import dev.latchkey.component.EmailText;
import dev.latchkey.component.Isolated;
import dev.latchkey.component.StatusBadge;
import dev.latchkey.component.Times;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.twofactor.directory.MemberDetails;
import dev.latchkey.twofactor.enrolment.store.SecretOrigin;
import dev.latchkey.ui.users.MemberBadges;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The facts about a user, as lists of terms and descriptions. */
class UserFacts {

    private final Component view;
    private final Member member;
    private final MemberDetails details;
    private final Instant now;

    UserFacts(Component view, Member member, MemberDetails details, Instant now) {
        this.view = view;
        this.member = member;
        this.details = details;
        this.now = now;
    }

    /** Who they are, and whether they can log in. */
    DescriptionList account() {
        var list = list();
        if (!member.proposedName().isEmpty()) {
            describe(list, "user.proposed-name", member.proposedName());
        }
        describe(list, "users.email", new EmailText(member.email()));
        describe(list, "users.status", MemberBadges.status(view, member));
        var problem = member.addressProblem();
        if (problem != null) {
            describe(
                    list,
                    "user.address",
                    new StatusBadge(StatusBadge.Kind.BAD, view.getTranslation(problem.messageKey())));
        }
        describe(
                list,
                "users.groups",
                new Isolated(
                        member.groups().isEmpty()
                                ? view.getTranslation("profile.no-groups")
                                : Isolation.ofEach(member.groups())));
        describe(
                list,
                "users.last-sign-in",
                member.lastSignInAt() == null ? view.getTranslation("users.never") : time(member.lastSignInAt()));
        describe(list, "user.created", time(details.createdAt()));
        describeTime(list, "user.invitation-expires", details.invitationExpiresAt());
        describeTime(list, "user.no-password-before", details.noPasswordBefore());
        describeTime(list, "user.password-reset-held", details.passwordResetHeldUntil());
        return list;
    }

    /** Their second factor, and how it came to them. */
    DescriptionList twoFactor() {
        var list = list();
        describe(list, "users.state", MemberBadges.twoFactor(view, member.state()));
        describe(list, "user.secret", secret());
        var origin = details.origin();
        if (origin != null) {
            describe(list, "user.secret.origin", view.getTranslation(key(origin)));
        }
        describeTime(list, "user.secret.issued", details.issuedAt());
        describeTime(list, "user.no-code-before", details.noCodeBefore());
        describeTime(list, "user.secret.held", details.secretHeldUntil());
        var codes = details.codesLeft();
        describe(
                list,
                "user.recovery-codes",
                codes == null
                        ? view.getTranslation("user.recovery-codes.none")
                        : view.getTranslation("user.recovery-codes.left", codes));
        return list;
    }

    private String secret() {
        if (details.provenAt() != null) {
            return view.getTranslation("user.secret.proven", time(details.provenAt()));
        }
        if (details.issuedAt() == null) {
            return view.getTranslation("user.secret.none");
        }
        if (details.expiresAt() == null) {
            return view.getTranslation("user.secret.pending");
        }
        return view.getTranslation(
                details.expiresAt().isAfter(now) ? "user.secret.pending-until" : "user.secret.expired",
                time(details.expiresAt()));
    }

    private static String key(SecretOrigin origin) {
        return switch (origin) {
            case ON_SCREEN -> "user.secret.on-screen";
            case BY_EMAIL -> "user.secret.by-email";
            case AFTER_RESET -> "user.secret.after-reset";
            case ON_CONSOLE -> "user.secret.on-console";
            case IMPORTED -> "user.secret.imported";
        };
    }

    private String time(Instant instant) {
        return UserTimes.text(view, instant, now);
    }

    private static DescriptionList list() {
        var list = new DescriptionList();
        list.addClassName("details");
        return list;
    }

    private void describeTime(DescriptionList list, String termKey, @Nullable Instant time) {
        if (time != null) {
            describe(list, termKey, Times.exact(UI.getCurrent(), time));
        }
    }

    private void describe(DescriptionList list, String termKey, String description) {
        describe(list, termKey, new Isolated(description));
    }

    private void describe(DescriptionList list, String termKey, Component description) {
        list.add(new DescriptionList.Term(view.getTranslation(termKey)), new DescriptionList.Description(description));
    }
}
