package dev.latchkey.signin.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.branding.Branding;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tomcat refuses before any filter sees it gets our error page with its headers, and not the server's. */
@LatchkeyTest
class RefusedRequestTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Branding branding;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an encoded slash | GET /login%2Fverify HTTP/1.1 | Host: x | 400",
                "an encoded backslash | GET /login%5Cverify HTTP/1.1 | Host: x | 400",
                "half an escape | GET /login%zz HTTP/1.1 | Host: x | 400",
                "an escaped zero | GET /login%00 HTTP/1.1 | Host: x | 400",
                "a path above the first | GET /../login HTTP/1.1 | Host: x | 400",
                "a character that no address has | GET /lo^gin HTTP/1.1 | Host: x | 400",
                "no host | GET / HTTP/1.1 | X: y | 400",
                "a host that is none | GET / HTTP/1.1 | Host: a b | 400",
                "a length that is none | POST /login HTTP/1.1 | Host: x~Content-Length: y | 400",
                "a method that is none | LO{GIN / HTTP/1.1 | Host: x | 400",
                "a version that is none | GET / HTTP/9.9 | Host: x | 505",
                "an encoding that nobody knows | POST /login HTTP/1.1 | Host: x~Transfer-Encoding: y | 501",
                "an expectation that nobody knows | GET / HTTP/1.1 | Host: x~Expect: y | 417",
                "a tunnel | CONNECT x:1 HTTP/1.1 | Host: x | 501",
                "a trace | TRACE / HTTP/1.1 | Host: x~Accept: text/html | 405",
                "too many parts | GET //////////////////////////////////////////////////// HTTP/1.1 | Host: x | 400",
            })
    void FIELD_O11_a_request_that_the_server_refuses_by_itself(String what, String line, String headers, int status) {
        var answer = new RawHttp(port)
                .send(line + "\r\n" + headers.replace("~", "\r\n") + "\r\nConnection: close", new byte[0]);

        assertThat(answer.status()).as(what).isEqualTo(status);
        assertThat(answer.text())
                .as(what)
                .contains("\r\nContent-Security-Policy: default-src 'none'; ")
                .contains("\r\nX-Content-Type-Options: nosniff\r\n")
                .contains("\r\nX-Frame-Options: DENY\r\n")
                .contains("\r\nReferrer-Policy: no-referrer\r\n")
                .contains("\r\nStrict-Transport-Security: max-age=31536000\r\n")
                .contains("\r\nCache-Control: no-store\r\n")
                .doesNotContain("Tomcat", "HTTP Status", "Tahoma");
    }

    @Test
    void FIELD_O11_the_error_page_is_ours_in_the_readers_language() {
        assertThat(refused("de-DE,de;q=0.9").text())
                .contains("<html lang=\"de\">", "Etwas ist schiefgegangen", "href=\"/\"", "/styles/pages.css");
        assertThat(refused("en").text()).contains("<html lang=\"en\">", "Something went wrong");
        branding.name();
        assertThat(refused("en").text())
                .as("whose it is, once that is known")
                .contains("<title>Something went wrong · Example Inc</title>");
        assertThat(refused("x-".repeat(3_000)).text()).contains("<html lang=\"en\">");
    }

    private RawHttp.Answer refused(String languages) {
        return new RawHttp(port)
                .send(
                        "GET /a%2Fb HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Language: " + languages,
                        new byte[0]);
    }
}
