package dev.latchkey.ui.error;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import dev.latchkey.component.page.CenteredCard;
import jakarta.servlet.http.HttpServletResponse;

/** Shown instead of a page that does not exist or that the user may not open; which of these is not revealed. */
class NotFoundView extends CenteredCard implements HasErrorParameter<NotFoundException> {

    NotFoundView() {
        super("error.no-page.title");
        addToCard(new Paragraph(getTranslation("error.no-page")), new Anchor("/", getTranslation("error.home")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
