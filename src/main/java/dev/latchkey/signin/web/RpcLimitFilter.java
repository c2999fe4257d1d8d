package dev.latchkey.signin.web;

import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Limits what an open page sends in one request: bytes, calls and depth. For each call the server inspects the page that it is
 * from, and a navigation builds a page.
 */
public final class RpcLimitFilter extends OncePerRequestFilter {

    /** More calls than a person makes between two requests of a page. */
    static final int MOST_CALLS = 100;

    private static final String CALLS = "rpc";
    private static final int DEEPEST = 50;

    private final JsonFactory json = new JsonFactory();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApplicationConstants.REQUEST_TYPE_UIDL.equals(
                request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readNBytes(RequestLimitFilter.LONGEST_BODY + 1);
        if (body.length > RequestLimitFilter.LONGEST_BODY || callsIn(body) > MOST_CALLS) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(new ReadRequest(request, body), response);
        }
    }

    /** How many there are; none if it is not JSON, which Vaadin refuses. */
    private int callsIn(byte[] body) {
        var calls = 0;
        try (var parser = json.createParser(ObjectReadContext.empty(), body)) {
            var depth = 0;
            var inCalls = false;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    calls += inCalls && depth == 2 ? 1 : 0;
                    inCalls |= depth == 1 && token == JsonToken.START_ARRAY && CALLS.equals(parser.currentName());
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                    inCalls &= depth > 1;
                }
                if (depth > DEEPEST) {
                    return Integer.MAX_VALUE;
                }
            }
        } catch (JacksonException noJson) {
            return calls;
        }
        return calls;
    }

    /** A request whose body has been read. */
    private static final class ReadRequest extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new BodyStream(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class BodyStream extends ServletInputStream {

        private final ByteArrayInputStream body;

        BodyStream(ByteArrayInputStream body) {
            this.body = body;
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return body.read(bytes, offset, length);
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("nothing reads a page's requests asynchronously");
        }
    }
}
