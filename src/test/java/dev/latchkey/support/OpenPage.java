package dev.latchkey.support;

import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.ref.Reference;
import java.util.function.Supplier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The request of an open page, as whatever runs for one finds it. */
public final class OpenPage {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final VaadinServletRequest vaadinRequest;
    private final VaadinServletResponse vaadinResponse;

    /** Opens one. */
    public OpenPage(Routes routes) {
        vaadinRequest = new VaadinServletRequest(request, routes.service());
        vaadinResponse = new VaadinServletResponse(new MockHttpServletResponse(), routes.service());
    }

    /** The request, with its session. */
    public HttpServletRequest request() {
        return request;
    }

    /** Lets the page do something. */
    public <T> T asks(Supplier<T> action) {
        CurrentInstance.set(VaadinRequest.class, vaadinRequest);
        CurrentInstance.set(VaadinResponse.class, vaadinResponse);
        try {
            return action.get();
        } finally {
            CurrentInstance.clearAll();
            // Vaadin itself holds them weakly
            Reference.reachabilityFence(this);
        }
    }

    /** Lets the page do something of which nothing comes back. */
    public void does(Runnable action) {
        asks(() -> {
            action.run();
            return true;
        });
    }
}
