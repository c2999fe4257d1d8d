package dev.latchkey.support;

import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.KaribuConfig;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAccessDeniedError;
import dev.latchkey.signin.code.TestSessions;
import dev.latchkey.support.People.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kotlin.Unit;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A window of a browser that there is only on the server's side: all views, real services, and nobody who draws it. */
@TestComponent
public final class ViewWindow {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private final MockSpringServlet servlet;
    private final TestSessions sessions;
    private final List<Object> scriptArguments = new ArrayList<>();

    ViewWindow(ApplicationContext application, TestSessions sessions) {
        this.servlet = new MockSpringServlet(everyView(), application, MockedUI::new);
        this.sessions = sessions;
    }

    /** Opens it in the session of somebody who signed in at that time, in a browser of that language; no page is shown yet. */
    void open(Person person, Instant signedInAt, Locale language) {
        KaribuConfig.INSTANCE.setInitDefaultRoute(false);
        scriptArguments.clear();
        KaribuConfig.INSTANCE.setPendingJavascriptInvocationHandlers(new ArrayList<>(List.of(script -> {
            scriptArguments.addAll(script.getInvocation().getParameters());
            return Unit.INSTANCE;
        })));
        MockVaadin.setMockRequestFactory(session -> request(session, person, signedInAt, language));
        MockVaadin.setup(MockedUI::new, servlet);
    }

    /** Closes it, whether or not it is open. */
    void close() {
        MockVaadin.tearDown();
        RequestContextHolder.resetRequestAttributes();
        SecurityContextHolder.clearContext();
    }

    /** What the scripts that a browser would have run were given. */
    List<Object> scriptArguments() {
        return scriptArguments;
    }

    /** Lets something happen elsewhere, as if this window were not open. */
    void elsewhere(Runnable action) {
        var open = CurrentInstance.getInstances();
        var request = RequestContextHolder.getRequestAttributes();
        CurrentInstance.clearAll();
        RequestContextHolder.resetRequestAttributes();
        try {
            action.run();
        } finally {
            CurrentInstance.restoreInstances(open);
            RequestContextHolder.setRequestAttributes(request);
        }
    }

    /** As the application has them; Karibu's own search passes over what is package-private. */
    private static Routes everyView() {
        var routes = new Routes();
        routes.getErrorRoutes().clear();
        routes.getErrorRoutes().add(RouteAccessDeniedError.class);
        var search = new ClassPathScanningCandidateComponentProvider(false);
        search.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        search.addIncludeFilter(new AnnotationTypeFilter(Layout.class));
        search.addIncludeFilter(new AssignableTypeFilter(HasErrorParameter.class));
        search.findCandidateComponents("dev.latchkey").stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
                .forEach(view -> add(routes, view));
        return routes;
    }

    @SuppressWarnings("unchecked")
    private static void add(Routes routes, Class<?> view) {
        if (HasErrorParameter.class.isAssignableFrom(view)) {
            routes.getErrorRoutes().add((Class<? extends HasErrorParameter<?>>) view);
        } else {
            routes.getRoutes().add(view.asSubclass(Component.class));
        }
    }

    private FakeRequest request(FakeHttpSession session, Person person, Instant signedInAt, Locale language) {
        var request = new FakeRequest(session);
        request.getHeaders().put("User-Agent", List.of(FIREFOX));
        request.getHeaders().put("Accept-Language", List.of(language.toLanguageTag()));
        request.setAttribute(CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "token"));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        sessions.begin(request, new MockHttpServletResponse(), person.id(), signedInAt);
        request.setUserPrincipalInt(SecurityContextHolder.getContext().getAuthentication());
        return request;
    }
}
