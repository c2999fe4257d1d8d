package dev.latchkey.component.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import dev.latchkey.component.Isolated;

/** The layout of a page with a single task and without navigation, such as a step of the sign-in. */
public abstract class CenteredCard extends Composite<Main> implements HasDynamicTitle {

    private final Section card = new Section();
    private final String headingKey;

    /** Creates a card below the organisation's name, with the heading and page title of that key. */
    protected CenteredCard(String headingKey) {
        this.headingKey = headingKey;
        card.addClassName("card");
        clearCard();
        getContent().addClassName("centered-page");
        getContent().add(card);
    }

    /** Removes everything from the card except the organisation's name and the heading. */
    protected final void clearCard() {
        var organisation = new Isolated(OrganisationName.in(UI.getCurrentOrThrow()));
        organisation.addClassName("product-name");
        card.removeAll();
        card.add(organisation, new H1(getTranslation(headingKey)));
    }

    /** Adds to the card, from top to bottom. */
    protected void addToCard(Component... components) {
        card.add(components);
    }

    @Override
    public String getPageTitle() {
        return OrganisationName.title(getTranslation(headingKey));
    }
}
