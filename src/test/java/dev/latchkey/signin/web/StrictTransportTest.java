package dev.latchkey.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.MailProperties;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

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

    private static ResponseHeaders headersFor(String publicUrl) {
        return new ResponseHeaders(
                new MailProperties(URI.create(publicUrl), new MailProperties.Sender("latchkey@example.com")));
    }
}
