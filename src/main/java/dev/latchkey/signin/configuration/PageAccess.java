package dev.latchkey.signin.configuration;

import com.vaadin.flow.shared.ApplicationConstants;
import com.vaadin.flow.spring.security.RequestUtil;
import dev.latchkey.signin.Factors;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.user.access.Permission;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Who may open which path. A path that is not listed here is denied to everybody. */
final class PageAccess {

    private static final String[] NAMES_OF_PERMISSIONS =
            Arrays.stream(Permission.values()).map(Enum::name).toArray(String[]::new);

    private PageAccess() {}

    static void declare(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            RequestUtil vaadin) {
        requests.requestMatchers(PageAccess::isOnTheWayToTheErrorPage)
                .permitAll()
                .requestMatchers(PageAccess::asksForPush)
                .denyAll()
                .requestMatchers(SignInPaths.openToStrangers())
                .permitAll()
                .requestMatchers("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                .permitAll()
                .requestMatchers(SignInPaths.CHALLENGE, SignInPaths.RECOVERY, SignInPaths.MAIL_AGAIN)
                .access(AuthorityAuthorizationManager.hasAuthority(Factors.PASSWORD))
                .requestMatchers("/", SignInPaths.PROFILE, SignInPaths.FIRST_RECOVERY_CODES)
                .authenticated()
                .requestMatchers("/access-management/overview")
                .hasAnyAuthority(NAMES_OF_PERMISSIONS)
                .requestMatchers(
                        "/access-management/users",
                        "/access-management/users.csv",
                        "/access-management/users/{id}",
                        "/access-management/users/import.csv",
                        "/access-management/users/import-sample.csv",
                        "/access-management/groups")
                .hasAuthority(Permission.MANAGE_USERS_AND_GROUPS.name())
                .requestMatchers(
                        "/access-management/authentication-settings",
                        "/access-management/authentication-settings/sample-mail",
                        "/access-management/refused-mails.csv")
                .hasAuthority(Permission.MANAGE_ACCOUNT.name())
                .requestMatchers(
                        "/access-management/audit-trail",
                        "/access-management/audit-trail.csv",
                        "/access-management/evidence.csv")
                .hasAuthority(Permission.VIEW_AUDIT_TRAIL.name())
                .requestMatchers(vaadin::isFrameworkInternalRequest)
                .authenticated()
                // Vaadin itself would open a dozen more paths to everybody, each with a session on the server
                .anyRequest()
                .denyAll();
    }

    /** Not by dispatcher type: when Vaadin checks whether a page may be shown, the request has none. */
    private static boolean isOnTheWayToTheErrorPage(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
    }

    /** No page uses push, and Vaadin would open a socket for every request. */
    private static boolean asksForPush(HttpServletRequest request) {
        return request.getServletPath().startsWith("/VAADIN/push")
                || ApplicationConstants.REQUEST_TYPE_PUSH.equals(
                        request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER));
    }
}
