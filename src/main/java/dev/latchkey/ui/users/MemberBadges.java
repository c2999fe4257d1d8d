package dev.latchkey.ui.users;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.latchkey.component.StatusBadge;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.twofactor.directory.TwoFactorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The status of a user and of their two-factor authentication, as badges in the reader's language. */
public final class MemberBadges {

    private MemberBadges() {}

    /**
     * Whether they may log in, and what they wait for: one badge or several, the most important first. An active user who waits for
     * nothing has none: most users are that.
     */
    public static Component status(Component view, Member member) {
        if (statuses(member).equals(List.of(Status.ACTIVE))) {
            return new Span(view.getTranslation(Status.ACTIVE.key));
        }
        var badges = new Span();
        badges.addClassName("badges");
        statuses(member).forEach(status -> badges.add(new StatusBadge(status.kind, view.getTranslation(status.key))));
        return badges;
    }

    /** The same where there is little room: empty for an active user who waits for nothing. */
    public static Optional<Component> unusualStatus(Component view, Member member) {
        return Optional.of(status(view, member))
                .filter(shown -> !statuses(member).equals(List.of(Status.ACTIVE)));
    }

    /** The same in words, separated by commas. */
    public static String statusWords(Component view, Member member) {
        return statuses(member).stream()
                .map(status -> view.getTranslation(status.key))
                .collect(Collectors.joining(", "));
    }

    /** The state of two-factor authentication. */
    public static StatusBadge twoFactor(Component view, TwoFactorState state) {
        return new StatusBadge(
                switch (state) {
                    case ON -> StatusBadge.Kind.GOOD;
                    case WAITING -> StatusBadge.Kind.WAITING;
                    case OFF -> StatusBadge.Kind.NEUTRAL;
                },
                words(view, state));
    }

    /** The same in words. */
    public static String words(Component view, TwoFactorState state) {
        return view.getTranslation(UserStateKeys.of(state));
    }

    private static List<Status> statuses(Member member) {
        return switch (member.status()) {
            case INVITED -> List.of(Status.INVITED);
            case DISABLED -> List.of(Status.DISABLED);
            case ACTIVE -> activeStatuses(member);
        };
    }

    private static List<Status> activeStatuses(Member member) {
        var statuses = new ArrayList<Status>();
        if (member.passwordResetWaits()) {
            statuses.add(Status.PASSWORD_RESET_WAITS);
        } else if (member.secretWaits()) {
            statuses.add(Status.SECRET_WAITS);
        }
        switch (member.lock()) {
            case NONE -> {}
            case WAITING -> statuses.add(Status.WAITING);
            case LOCKED -> statuses.add(Status.LOCKED);
        }
        return statuses.isEmpty() ? List.of(Status.ACTIVE) : statuses;
    }

    private enum Status {
        INVITED(StatusBadge.Kind.WAITING, "users.status.invited"),
        ACTIVE(StatusBadge.Kind.NEUTRAL, "users.status.active"),
        DISABLED(StatusBadge.Kind.BAD, "users.status.disabled"),
        LOCKED(StatusBadge.Kind.BAD, "users.status.locked"),
        WAITING(StatusBadge.Kind.WAITING, "users.status.waiting"),
        PASSWORD_RESET_WAITS(StatusBadge.Kind.WAITING, "users.status.password-reset-waits"),
        SECRET_WAITS(StatusBadge.Kind.WAITING, "users.status.secret-waits");

        private final StatusBadge.Kind kind;
        private final String key;

        Status(StatusBadge.Kind kind, String key) {
            this.kind = kind;
            this.key = key;
        }
    }
}
