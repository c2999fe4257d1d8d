package dev.latchkey.component.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A form that the browser posts without Vaadin, to a filter of Spring Security. It contains the CSRF token of the session, and its
 * input never becomes state of a view.
 */
@Tag("form")
public final class PostForm extends HtmlContainer implements HasComponents {

    private final Map<String, Component> values = new HashMap<>();

    /** Creates a form that posts to a path of this application. */
    public PostForm(String path) {
        getElement().setAttribute("method", "post");
        setAction(path);
        var token = (CsrfToken)
                VaadinServletRequest.getCurrent().getHttpServletRequest().getAttribute(CsrfToken.class.getName());
        setValue(token.getParameterName(), token.getToken());
    }

    /** Changes the target to another path of this application. */
    public void setAction(String path) {
        getElement().setAttribute("action", path);
    }

    /** Sends that value under that name, in the body of the request; an earlier value of the name is replaced. */
    public void setValue(String name, String value) {
        values.computeIfAbsent(name, this::addHidden).getElement().setAttribute("value", value);
    }

    /** Submits the form from the server's side. */
    public void submit() {
        getElement().callJsFunction("submit");
    }

    private Component addHidden(String name) {
        var input = new Input();
        input.setType("hidden");
        input.getElement().setAttribute("name", name);
        add(input);
        return input;
    }
}
