package dev.latchkey.ui.users;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import dev.latchkey.common.text.Isolation;
import dev.latchkey.component.Isolated;
import dev.latchkey.component.StatusBadge;
import dev.latchkey.component.Times;
import dev.latchkey.component.grid.RowCard;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.ui.users.bulk.UserSelection;
import dev.latchkey.ui.users.delivery.DeliveryLines;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.ui.UserLink;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the row of a user shows, as cells and, on a narrow screen, as a card. */
class UserCells {

    private static final String SEPARATOR = " · ";

    private final Component view;
    private final DeliveryLines deliveries;
    private final TwoFactorResetLink reset;
    private final UserActions actions;
    private final UserSelection selection;
    private final Clock clock;

    UserCells(
            Component view,
            DeliveryLines deliveries,
            TwoFactorResetLink reset,
            UserActions actions,
            UserSelection selection,
            Clock clock) {
        this.view = view;
        this.deliveries = deliveries;
        this.reset = reset;
        this.actions = actions;
        this.selection = selection;
        this.clock = clock;
    }

    /** Reads what the rows of these users need, before they are shown. */
    void lookUp(List<Member> page) {
        deliveries.lookUp(page.stream().map(Member::id).toList());
    }

    /** The box that selects the user. */
    Component box(Member member) {
        return selection.box(member, view.getTranslation("bulk.select", member.displayName()));
    }

    UserSelection selection() {
        return selection;
    }

    Component name(Member member) {
        var link = new UserLink(member.id(), member.displayName());
        if (member.proposedName().isEmpty()) {
            return link;
        }
        var mark = new Span(view.getTranslation("users.name.proposed"));
        mark.addClassName("proposed");
        var cell = new Span(link, mark);
        cell.addClassName("name-cell");
        return cell;
    }

    String nameWords(Member member) {
        return member.proposedName().isEmpty()
                ? member.displayName()
                : view.getTranslation("users.name.proposed-in-words", member.proposedName());
    }

    /** The address, and what keeps mail from it. */
    Span email(Member member) {
        var address = new Isolated(member.email());
        address.addClassName("cut");
        var cell = new Span(address);
        cell.addClassName("address-cell");
        addressBadge(member).ifPresent(cell::add);
        cell.add(deliveries.mark(member));
        return cell;
    }

    String emailWords(Member member) {
        return deliveries.words(member);
    }

    Component status(Member member) {
        return MemberBadges.status(view, member);
    }

    String statusWords(Member member) {
        return MemberBadges.statusWords(view, member);
    }

    static String groups(Member member) {
        return Isolation.ofEach(member.groups());
    }

    Component twoFactor(Member member) {
        return MemberBadges.twoFactor(view, member.state());
    }

    String lastLogin(Member member) {
        var at = member.lastSignInAt();
        if (at != null) {
            return Times.relative(UI.getCurrent(), at, clock.instant());
        }
        return member.status() == UserStatus.INVITED ? "" : view.getTranslation("users.never");
    }

    String lastLoginExactly(Member member) {
        var at = member.lastSignInAt();
        return at == null ? "" : Times.exact(UI.getCurrent(), at);
    }

    Component reset(Member member) {
        return reset.of(member);
    }

    String resetReason(Member member) {
        return reset.reason(member);
    }

    Component menu(Member member) {
        return actions.menu(member);
    }

    Component card(Member member) {
        var badges = new Span(twoFactor(member));
        badges.addClassName("badges");
        MemberBadges.unusualStatus(view, member).ifPresent(badges::addComponentAsFirst);
        var head = new Span(name(member), badges);
        head.addClassName("row-head");
        var card = new RowCard(head);
        var address = email(member);
        address.addClassName("row-line");
        card.add(address);
        card.line(Stream.of(groups(member), lastLoginInWords(member))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining(SEPARATOR)));
        card.add(reset.of(member));
        return card;
    }

    private String lastLoginInWords(Member member) {
        var last = lastLogin(member);
        return last.isEmpty() ? "" : view.getTranslation("grid.line", view.getTranslation("users.last-sign-in"), last);
    }

    private Optional<StatusBadge> addressBadge(Member member) {
        return Optional.ofNullable(member.addressProblem()).map(problem -> {
            var words = view.getTranslation(problem.messageKey());
            var badge = new StatusBadge(StatusBadge.Kind.BAD, words);
            badge.getElement().setAttribute("title", words);
            return badge;
        });
    }
}
