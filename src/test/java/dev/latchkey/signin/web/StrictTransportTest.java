package dev.latchkey.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.MailProperties;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;

class StrictTransportTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void AC_S_22_browsers_are_told_to_keep_to_https_where_the_public_address_has_it_whatever_the_proxy_says() {
        assertThat(headersFor("https://latchkey.example").isReachedByHttps(request))
                .isTrue();
    }

    @Test
    void AC_S_22_an_installation_on_plain_http_tells_so_only_over_https() {
        var headers = headersFor("http://localhost:8080");

        assertThat(headers.isReachedByHttps(request)).isFalse();
        request.setSecure(true);
        assertThat(headers.isReachedByHttps(request)).isTrue();
    }

    @Test
    void FIELD_O17_other_hosts_are_not_bound_unless_the_operator_says_so() {
        assertThat(headerWith()).isEqualTo("max-age=31536000");
        assertThat(headerWith("latchkey.hsts.include-subdomains=true"))
                .isEqualTo("max-age=31536000 ; includeSubDomains");
        assertThat(headerWith(
                        "latchkey.hsts.include-subdomains=true",
                        "latchkey.hsts.preload=true",
                        "latchkey.hsts.max-age=730d"))
                .isEqualTo("max-age=63072000 ; includeSubDomains ; preload");
        assertThat(headerWith("latchkey.hsts.max-age=0s")).isEqualTo("max-age=0");
    }

    /** What a filter chain of those settings sends. */
    private static String headerWith(String... settings) {
        var header = new AtomicReference<String>();
        new WebApplicationContextRunner()
                .withUserConfiguration(Headers.class)
                .withPropertyValues("latchkey.public-url=https://latchkey.example", "latchkey.mail.from=a@example.com")
                .withPropertyValues(settings)
                .run(context -> {
                    var response = new MockHttpServletResponse();
                    context.getBean(FilterChainProxy.class)
                            .doFilter(new MockHttpServletRequest("GET", "/"), response, new MockFilterChain());
                    header.set(response.getHeader("Strict-Transport-Security"));
                });
        return header.get();
    }

    @EnableWebSecurity
    @EnableConfigurationProperties({MailProperties.class, StrictTransportProperties.class})
    @Import(ResponseHeaders.class)
    static class Headers {

        @Bean
        SecurityFilterChain chain(HttpSecurity http, ResponseHeaders headers) {
            return http.headers(headers::configure).build();
        }
    }

    /** The headers of an installation at that address. */
    static ResponseHeaders headersFor(String publicUrl) {
        return new ResponseHeaders(
                new MailProperties(
                        URI.create(publicUrl), new MailProperties.Sender("latchkey@example.com", null, null, null)),
                new StrictTransportProperties(Duration.ofDays(365), false, false));
    }
}
