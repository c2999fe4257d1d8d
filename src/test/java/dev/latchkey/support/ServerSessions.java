package dev.latchkey.support;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.catalina.Context;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What the server holds of its sessions, which no browser sees. */
@TestComponent
public final class ServerSessions {

    private final WebServerApplicationContext application;

    ServerSessions(WebServerApplicationContext application) {
        this.application = application;
    }

    /** The session of that id. */
    public HttpSession find(String id) {
        var host = ((TomcatWebServer) application.getWebServer()).getTomcat().getHost();
        return Arrays.stream(host.findChildren())
                .map(child -> find((Context) child, id))
                .findFirst()
                .orElseThrow();
    }

    /** Whatever the session's user has been granted: factors and permissions. */
    public Set<String> authoritiesOf(String id) {
        var context = (SecurityContext)
                find(id).getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context.getAuthentication().getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
    }

    private static HttpSession find(Context context, String id) {
        try {
            return context.getManager().findSession(id).getSession();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
