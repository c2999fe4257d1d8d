package dev.latchkey.signin;

import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What a step of the sign-in in this browser was just refused for, from the form to the page; told once, so that a reload
 * repeats nothing. Never the exception itself, which refers to what was typed.
 */
public final class LastRefusal {

    private LastRefusal() {}

    static void remember(HttpServletRequest request, Object refusal) {
        request.getSession().setAttribute(LastRefusal.class.getName(), refusal);
    }

    /** The refusal, if it is of that kind. */
    public static <T> Optional<T> take(Class<T> kind) {
        var session = VaadinServletRequest.getCurrent().getHttpServletRequest().getSession();
        var refusal = Optional.ofNullable(session.getAttribute(LastRefusal.class.getName()))
                .filter(kind::isInstance)
                .map(kind::cast);
        session.removeAttribute(LastRefusal.class.getName());
        return refusal;
    }
}
