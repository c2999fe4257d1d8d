package dev.latchkey.support;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.spring.SpringServlet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/** Every page that there is, as Vaadin knows them. */
@TestComponent
public final class Routes {

    /** Pages of the sign-in itself, and those that strangers may open. */
    private static final Set<String> OPEN_TO_STRANGERS = Set.of(
            "login",
            "login/verify",
            "login/recovery",
            "reset-password",
            "reset-password/:token",
            "setup/:___url_parameter",
            "signup/:___url_parameter");

    private final ServletRegistrationBean<SpringServlet> vaadin;

    Routes(ServletRegistrationBean<SpringServlet> vaadin) {
        this.vaadin = vaadin;
    }

    /** The addresses of all pages and their aliases that nobody may open without every factor they owe. */
    public List<String> protectedOnes() {
        return RouteConfiguration.forRegistry(service().getRouter().getRegistry()).getAvailableRoutes().stream()
                .flatMap(route -> Stream.concat(
                        Stream.of(route.getTemplate()),
                        route.getRouteAliases().stream().map(RouteBaseData::getTemplate)))
                .filter(template -> !OPEN_TO_STRANGERS.contains(template))
                .map(template -> template.replaceAll(":[^/]+", "1"))
                .toList();
    }

    /** The service that answers for Vaadin. */
    public VaadinServletService service() {
        return (VaadinServletService) ((VaadinServlet) vaadin.getServlet()).getService();
    }
}
