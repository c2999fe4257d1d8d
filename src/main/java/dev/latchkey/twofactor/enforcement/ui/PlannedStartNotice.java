package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.latchkey.component.Times;
import dev.latchkey.twofactor.enforcement.EnforcementPlans;
import org.springframework.modulith.NamedInterface;

/** Tells users without an app, on every page, from when on they need a code, and lets them set up at once. */
@NamedInterface("ui")
public final class PlannedStartNotice extends Composite<Div> {

    private final long userId;
    private final EnforcementPlans plans;
    private final Paragraph words = new Paragraph();

    /**
     * Creates the notice of one user.
     *
     * @param setUp leads to the set-up of an app
     */
    public PlannedStartNotice(long userId, EnforcementPlans plans, Runnable setUp) {
        this.userId = userId;
        this.plans = plans;
        var button = new Button(getTranslation("profile.two-factor.set-up-now"), click -> setUp.run());
        getContent().addClassNames("notice", "planned-start");
        getContent().getElement().setAttribute("role", "region");
        getContent().getElement().setAttribute("aria-label", getTranslation("profile.two-factor"));
        getContent().add(words, button);
        refresh();
    }

    /** Shows whether there is anything to tell now. */
    public void refresh() {
        var start = plans.startFor(userId);
        setVisible(start.isPresent());
        start.ifPresent(time ->
                words.setText(getTranslation("enforcement.planned.notice", Times.planned(UI.getCurrent(), time))));
    }
}
