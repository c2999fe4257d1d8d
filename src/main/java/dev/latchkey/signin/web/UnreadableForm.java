package dev.latchkey.signin.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * A request that is refused before its parameters are read, or because they cannot be read: too large, too many or badly encoded.
 * It goes to the error page as a request without parameters.
 */
final class UnreadableForm extends HttpServletRequestWrapper {

    private UnreadableForm(HttpServletRequest request) {
        super(request);
    }

    /** Whether the server could read the parameters; if not, each later access fails again (Servlet 6.1, 3.1). */
    static boolean is(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return false;
        } catch (IllegalStateException tooLargeOrMalformed) {
            return true;
        }
    }

    /** Answers with the error page of that status, as to a request without parameters; a client that has disconnected gets none. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws ServletException, IOException {
        if (response.isCommitted()) {
            return;
        }
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.getRequestDispatcher("/error").forward(new UnreadableForm(request), response);
    }

    @Override
    public String getMethod() {
        return HttpMethod.GET.name();
    }

    @Override
    public @Nullable String getParameter(String name) {
        return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }
}
