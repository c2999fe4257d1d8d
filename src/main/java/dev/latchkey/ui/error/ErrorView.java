package dev.latchkey.ui.error;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import dev.latchkey.component.page.CenteredCard;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shown instead of a page that failed. */
class ErrorView extends CenteredCard implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorView.class);

    ErrorView() {
        super("error.title");
        addToCard(new Paragraph(getTranslation("error.trouble")), new Anchor("/", getTranslation("error.home")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (SenderFault.isCauseOf(parameter.getException())) {
            LOG.warn(
                    "Received a page request that Latchkey's pages don't send ({})",
                    parameter.getException().getClass().getName());
        } else {
            LOG.error("A page couldn't be shown", parameter.getException());
        }
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
