package dev.latchkey.signin.completion;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.signin.Factors;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.signin.browser.KnownBrowserCookie;
import dev.latchkey.signin.navigation.PageLanguage;
import dev.latchkey.signin.session.SessionKey;
import dev.latchkey.signin.session.SessionRegistry;
import dev.latchkey.user.UserService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;

/** Marks a sign-in as complete when nothing more is required, for as long as its session lasts. */
@Component
public class SignInCompletion {

    private final SecurityContextHolderStrategy securityContext;
    private final SecurityContextRepository repository;
    private final SessionRegistry registry;
    private final UserService users;
    private final PageLanguage languages;
    private final KnownBrowserCookie browser;
    private final AuditTrail auditTrail;
    private final ApplicationEventPublisher events;

    SignInCompletion(
            SecurityContextHolderStrategy securityContext,
            SecurityContextRepository repository,
            SessionRegistry registry,
            UserService users,
            PageLanguage languages,
            KnownBrowserCookie browser,
            AuditTrail auditTrail,
            ApplicationEventPublisher events) {
        this.securityContext = securityContext;
        this.repository = repository;
        this.registry = registry;
        this.users = users;
        this.languages = languages;
        this.browser = browser;
        this.auditTrail = auditTrail;
        this.events = events;
    }

    /**
     * Enters the session of the request into the registry, once for all requests of it that come at the same time, and has it
     * remember that it is complete.
     *
     * @return the new authentication
     */
    @Transactional
    public Authentication complete(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var user = (SignedInUser) authentication.getPrincipal();
        synchronized (WebUtils.getSessionMutex(request.getSession())) {
            if (SessionKey.of(request).isEmpty()) {
                registry.enter(request, user);
                users.recordSignIn(user.getUserId(), languages.browserOf(request));
                auditTrail.record(
                        AuditAction.SIGNED_IN,
                        user.getUserId(),
                        user.getUserId(),
                        user.getUsername(),
                        Factors.namesIn(authentication));
                browser.remember(request, response, user);
                events.publishEvent(new SignInCompleted(
                        Factors.passedAt(authentication, Factors.TOTP).isPresent()));
            }
        }
        var complete = authentication.toBuilder().principal(user.completed()).build();
        var context = securityContext.createEmptyContext();
        context.setAuthentication(complete);
        securityContext.setContext(context);
        repository.saveContext(context, request, response);
        return complete;
    }
}
