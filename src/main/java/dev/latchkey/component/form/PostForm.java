package dev.latchkey.component.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A form that the browser posts without Vaadin, to a filter of Spring Security. It contains the CSRF token of the session, and its
 * input never becomes state of a view.
 */
@Tag("form")
public final class PostForm extends HtmlContainer implements HasComponents {

    /** Creates a form that posts to a path of this application. */
    public PostForm(String path) {
        getElement().setAttribute("method", "post");
        setAction(path);
        var token = (CsrfToken)
                VaadinServletRequest.getCurrent().getHttpServletRequest().getAttribute(CsrfToken.class.getName());
        add(hidden(token.getParameterName(), token.getToken()));
    }

    /** Changes the target to another path of this application. */
    public void setAction(String path) {
        getElement().setAttribute("action", path);
    }

    /** Submits the form from the server's side. */
    public void submit() {
        getElement().callJsFunction("submit");
    }

    private static Component hidden(String name, String value) {
        var input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", name);
        input.getElement().setAttribute("value", value);
        return input;
    }
}
