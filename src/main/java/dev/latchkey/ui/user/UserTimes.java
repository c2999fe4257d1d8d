package dev.latchkey.ui.user;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import dev.latchkey.component.Times;
import java.time.Duration;
import java.time.Instant;

/** Times on the page of a user, where there is room for all of them. */
final class UserTimes {

    private UserTimes() {}

    /** How long ago it was, if that is short, and when exactly. */
    static String text(Component view, Instant instant, Instant now) {
        var ui = UI.getCurrent();
        var exact = Times.exact(ui, instant);
        var age = Duration.between(instant, now);
        return age.isNegative() || age.compareTo(Times.RECENT) >= 0
                ? exact
                : view.getTranslation("user.time", Times.relative(ui, instant, now), exact);
    }

    /** The same as a line of its own. */
    static Span hint(Component view, Instant instant, Instant now) {
        var hint = new Span(text(view, instant, now));
        hint.addClassName("hint");
        return hint;
    }
}
