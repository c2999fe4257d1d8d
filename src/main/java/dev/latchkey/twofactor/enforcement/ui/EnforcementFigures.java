package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.latchkey.account.Account;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.twofactor.enforcement.EnforcementForecast;
import java.text.NumberFormat;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom enforcement concerns, in three figures that each lead to the users behind it, in another tab. */
final class EnforcementFigures extends Composite<Div> {

    private static final String USERS = "access-management/users?";

    private final Enforcement enforcement;
    private final boolean mayList;
    private final String mailsKey;
    private final Span mails = new Span();

    /**
     * Creates the figures, empty until {@link #show}.
     *
     * @param mayList whether the administrator may see the lists behind them
     */
    EnforcementFigures(Account account, Enforcement enforcement, boolean mayList) {
        this.enforcement = enforcement;
        this.mayList = mayList;
        mailsKey = account.mailsSecrets() ? "enforcement.figure.emailed" : "enforcement.figure.on-screen";
        getContent().addClassName("enforcement-figures");
    }

    /** Counts those whom it is for. */
    void show(WhoChoice who, boolean isPlanned) {
        showMails(isPlanned);
        getContent().removeAll();
        var groups = who.groupIds();
        getContent().setVisible(!who.isForGroups() || !groups.isEmpty());
        if (who.isForGroups()) {
            if (!groups.isEmpty()) {
                show(enforcement.forecastFor(groups), groups);
            }
        } else {
            show(enforcement.forecast(), groups);
        }
    }

    private void show(EnforcementForecast forecast, Set<Long> groups) {
        // The list can show one group, or everybody
        var isListed = mayList && groups.size() <= 1;
        var inGroup = groups.stream().map(id -> "&group=" + id).collect(Collectors.joining());
        getContent()
                .add(
                        figure(
                                new Span(getTranslation("enforcement.figure.protected")),
                                forecast.protectedUsers(),
                                "state=on&status=active" + inGroup,
                                isListed),
                        figure(mails, forecast.emailed(), "secret=unproven" + inGroup, isListed),
                        figure(
                                new Span(getTranslation("enforcement.figure.unreachable")),
                                forecast.unreachable(),
                                "reach=unreachable&status=active" + inGroup,
                                isListed));
    }

    /** Says what the mails bring: from a date, first the date alone. */
    void showMails(boolean isPlanned) {
        mails.setText(getTranslation(isPlanned ? "enforcement.figure.planned" : mailsKey));
    }

    private Component figure(Span words, int number, String list, boolean isListed) {
        var figure = new Span(NumberFormat.getIntegerInstance(getLocale()).format(number));
        figure.addClassName("enforcement-number");
        if (!isListed || number == 0) {
            var plain = new Div(figure, words);
            plain.addClassName("enforcement-figure");
            return plain;
        }
        var newTab = new Span(getTranslation("link.new-tab"));
        newTab.addClassName("for-screen-readers");
        var link = new Anchor(USERS + list, "", AnchorTarget.BLANK);
        link.add(figure, words, newTab);
        link.setRouterIgnore(true);
        link.addClassName("enforcement-figure");
        return link;
    }
}
