package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.latchkey.account.Account;
import dev.latchkey.twofactor.enforcement.EnforcementForecast;
import java.text.NumberFormat;

/** Whom enforcement concerns, in three figures that each lead to the users behind it, in another tab. */
final class EnforcementFigures extends Composite<Div> {

    private static final String USERS = "access-management/users?";

    private final boolean mayList;
    private final String mailsKey;
    private final Span mails = new Span();

    EnforcementFigures(Account account, EnforcementForecast forecast, boolean mayList) {
        this.mayList = mayList;
        mailsKey = account.mailsSecrets() ? "enforcement.figure.emailed" : "enforcement.figure.on-screen";
        showMails(false);
        getContent().addClassName("enforcement-figures");
        getContent()
                .add(
                        figure("enforcement.figure.protected", forecast.protectedUsers(), "state=on&status=active"),
                        figure(mails, forecast.emailed(), "secret=unproven"),
                        figure(
                                "enforcement.figure.unreachable",
                                forecast.unreachable(),
                                "reach=unreachable&status=active"));
    }

    /** Says what the mails bring: from a date, first the date alone. */
    void showMails(boolean isPlanned) {
        mails.setText(getTranslation(isPlanned ? "enforcement.figure.planned" : mailsKey));
    }

    private Component figure(String key, int number, String list) {
        return figure(new Span(getTranslation(key)), number, list);
    }

    private Component figure(Span words, int number, String list) {
        var figure = new Span(NumberFormat.getIntegerInstance(getLocale()).format(number));
        figure.addClassName("enforcement-number");
        if (!mayList || number == 0) {
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
