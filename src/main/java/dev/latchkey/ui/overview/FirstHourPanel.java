package dev.latchkey.ui.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import dev.latchkey.component.StatusBadge;
import dev.latchkey.twofactor.coverage.FirstHour;
import dev.latchkey.twofactor.coverage.FirstHourStep;
import dev.latchkey.twofactor.enforcement.ui.AuthenticationSettingsView;
import dev.latchkey.ui.profile.ProfileView;
import dev.latchkey.ui.users.UsersView;
import dev.latchkey.user.access.Permission;
import java.util.Set;
import java.util.function.Predicate;

/** The checklist of the first hour; it goes away when everything is done. */
class FirstHourPanel extends Composite<Section> {

    private final long actorId;
    private final FirstHour firstHour;
    private final Predicate<Permission> may;

    FirstHourPanel(long actorId, FirstHour firstHour, Predicate<Permission> may) {
        this.actorId = actorId;
        this.firstHour = firstHour;
        this.may = may;
        getContent().addClassName("wide");
        refresh();
    }

    private void refresh() {
        var left = firstHour.left(actorId);
        getContent().removeAll();
        getContent().setVisible(!left.isEmpty());
        var steps = new OrderedList();
        steps.addClassName("first-hour");
        for (var step : FirstHourStep.values()) {
            steps.add(item(step, left));
        }
        var close = new Button(getTranslation("first-hour.close"), click -> {
            firstHour.close(actorId);
            refresh();
        });
        close.addThemeVariants(ButtonVariant.TERTIARY);
        getContent().add(new H2(getTranslation("first-hour.title")), steps, close);
    }

    private ListItem item(FirstHourStep step, Set<FirstHourStep> left) {
        if (!left.contains(step)) {
            return new ListItem(
                    new Span(words(step)), new StatusBadge(StatusBadge.Kind.GOOD, getTranslation("first-hour.done")));
        }
        var item = new ListItem(link(step));
        if (step == FirstHourStep.SECRET_DELIVERY) {
            var keep = new Button(getTranslation("first-hour.keep"), click -> {
                firstHour.keepSecretDelivery(actorId);
                refresh();
            });
            keep.addThemeVariants(ButtonVariant.SMALL);
            item.add(keep);
        }
        return item;
    }

    private Component link(FirstHourStep step) {
        return switch (step) {
            case OWN_FACTOR -> new RouterLink(words(step), ProfileView.class);
            case SECOND_ADMINISTRATOR, INVITATIONS ->
                may.test(Permission.MANAGE_USERS_AND_GROUPS)
                        ? new RouterLink(words(step), UsersView.class)
                        : new Span(words(step));
            case TEST_MAIL, SECRET_DELIVERY, ENFORCEMENT ->
                new RouterLink(words(step), AuthenticationSettingsView.class);
        };
    }

    private String words(FirstHourStep step) {
        return getTranslation(
                switch (step) {
                    case OWN_FACTOR -> "first-hour.own-factor";
                    case SECOND_ADMINISTRATOR -> "first-hour.second-administrator";
                    case TEST_MAIL -> "first-hour.test-mail";
                    case INVITATIONS -> "first-hour.invitations";
                    case SECRET_DELIVERY -> "first-hour.secret-delivery";
                    case ENFORCEMENT -> "first-hour.enforcement";
                });
    }
}
