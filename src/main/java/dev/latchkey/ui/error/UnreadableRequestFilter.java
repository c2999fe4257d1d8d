package dev.latchkey.ui.error;

import com.vaadin.flow.router.InvalidLocationException;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses parameters that Vaadin's client never sends and that make its server fail: a client error (400). */
@Component
class UnreadableRequestFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (namesPage(request) && namesLocation(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean namesPage(HttpServletRequest request) {
        var page = request.getParameter(ApplicationConstants.UI_ID_PARAMETER);
        try {
            return page == null || Integer.parseInt(page) >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean namesLocation(HttpServletRequest request) {
        if (!ApplicationConstants.REQUEST_TYPE_INIT.equals(
                request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER))) {
            return true;
        }
        var path = request.getParameter(ApplicationConstants.REQUEST_LOCATION_PARAMETER);
        var query = request.getParameter(ApplicationConstants.REQUEST_QUERY_PARAMETER);
        try {
            return path != null
                    && new Location(path, QueryParameters.fromString(query))
                            .getPath()
                            .equals(path);
        } catch (InvalidLocationException | IllegalArgumentException e) {
            return false;
        }
    }
}
