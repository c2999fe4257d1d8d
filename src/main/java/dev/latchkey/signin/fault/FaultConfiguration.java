package dev.latchkey.signin.fault;

import dev.latchkey.signin.web.ResponseHeaders;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.thymeleaf.ITemplateEngine;

/** Puts our error page, with its headers, in the place of the server's own. */
@Configuration(proxyBeanMethods = false)
class FaultConfiguration {

    /** Last, because the valve that was added last writes first. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedRequests(
            ITemplateEngine templates, ErrorPageModel model, ResponseHeaders headers) {
        return server -> server.addContextCustomizers(context ->
                context.getParent().getPipeline().addValve(new RefusedRequestValve(templates, model, headers)));
    }

    @Bean
    FilterRegistrationBean<ErrorHeadersFilter> errorHeaders(ResponseHeaders headers) {
        var filter = new FilterRegistrationBean<>(new ErrorHeadersFilter(headers));
        filter.setDispatcherTypes(DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
