package dev.latchkey.ui.frame;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import dev.latchkey.account.branding.Branding;
import dev.latchkey.account.branding.Logo;
import dev.latchkey.component.Isolated;

/** The organisation's logo, or its name without one. */
class OrganisationMark extends Span {

    OrganisationMark(Branding branding) {
        addClassName("product-name");
        var name = branding.name().orElseGet(() -> getTranslation("app.name"));
        branding.logo().ifPresentOrElse(logo -> add(image(logo, name)), () -> add(new Isolated(name)));
    }

    private static Image image(Logo logo, String name) {
        var image = new Image(logo.address(), name);
        image.addClassName("organisation-logo");
        image.getElement().setAttribute("width", String.valueOf(logo.shownWidth()));
        image.getElement().setAttribute("height", String.valueOf(logo.shownHeight()));
        return image;
    }
}
