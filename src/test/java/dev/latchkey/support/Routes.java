package dev.latchkey.support;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.spring.SpringServlet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/** Every page that there is, as Vaadin knows them. */
@TestComponent
public final class Routes {

    private final ServletRegistrationBean<SpringServlet> vaadin;

    Routes(ServletRegistrationBean<SpringServlet> vaadin) {
        this.vaadin = vaadin;
    }

    /** The addresses of all pages and their aliases that nobody may open without every factor they owe. */
    public List<String> protectedOnes() {
        var routes = RouteConfiguration.forRegistry(service().getRouter().getRegistry()).getAvailableRoutes().stream()
                .flatMap(route -> Stream.concat(
                        Stream.of(route.getTemplate()),
                        route.getRouteAliases().stream().map(RouteBaseData::getTemplate)))
                .map(template -> template.replaceAll(":[^/]+", "1"))
                .toList();
        if (routes.isEmpty()) {
            throw new AssertionError("What is asked of every page would hold for none");
        }
        return routes;
    }

    /** The service that answers for Vaadin. */
    public VaadinServletService service() {
        return (VaadinServletService) ((VaadinServlet) vaadin.getServlet()).getService();
    }
}
