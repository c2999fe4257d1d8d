package dev.latchkey.signin.navigation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.latchkey.common.text.BrowserLanguage;
import dev.latchkey.common.text.Language;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Sets the language of every page, including views and error pages: the one that its reader chose in their profile or on a page
 * before the login, otherwise that of their browser.
 */
@Component("localeResolver")
@NamedInterface("api")
public class PageLanguage implements LocaleResolver, VaadinServiceInitListener {

    /** The parameter that requests a page before the login in another language. */
    public static final String PARAMETER = "language";

    private static final String COOKIE = "language";
    private static final Duration COOKIE_LIFE = Duration.ofDays(365);

    private static final Integer UNAVAILABLE = HttpServletResponse.SC_SERVICE_UNAVAILABLE;

    private final SecurityContextHolderStrategy securityContext;
    private final UserService users;
    private final PageCookies cookies;

    PageLanguage(SecurityContextHolderStrategy securityContext, UserService users, PageCookies cookies) {
        this.securityContext = securityContext;
        this.users = users;
        this.cookies = cookies;
    }

    /** The browser's language: its user's choice on a page before the login, or its header. */
    public Language askedForBy(HttpServletRequest request) {
        return chosenIn(request.getParameter(PARAMETER))
                .or(() -> chosenIn(cookies.read(request, COOKIE).orElse(null)))
                .orElseGet(() -> Language.askedFor(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** {@link #askedForBy That language}, with the region that the browser names. */
    public BrowserLanguage browserOf(HttpServletRequest request) {
        return new BrowserLanguage(
                askedForBy(request), Language.regionIn(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** Stores the language requested by the parameter in the browser. */
    public void remember(HttpServletRequest request, HttpServletResponse response) {
        chosenIn(request.getParameter(PARAMETER))
                .ifPresent(chosen ->
                        cookies.write(response, COOKIE, chosen.locale().toLanguageTag(), COOKIE_LIFE));
    }

    private static Optional<Language> chosenIn(@Nullable String tag) {
        return Arrays.stream(Language.values())
                .filter(language -> language.locale().toLanguageTag().equals(tag))
                .findFirst();
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> speak(init.getUI()));
        // The page around the views, which exists before them
        event.addIndexHtmlRequestListener(page -> page.getDocument()
                .getElementsByTag("html")
                .attr(
                        "lang",
                        language(servletRequest(page.getVaadinRequest()))
                                .locale()
                                .toLanguageTag()));
    }

    /** The texts of the language, the dates of the browser's region. */
    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return language(request).localeFor(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private Language language(HttpServletRequest request) {
        var authentication = securityContext.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser user
                ? chosenBy(user, request).orElseGet(() -> askedForBy(request))
                : askedForBy(request);
    }

    /** None while the database cannot be used, of which the error page tells. */
    private Optional<Language> chosenBy(SignedInUser user, HttpServletRequest request) {
        if (UNAVAILABLE.equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))) {
            return Optional.empty();
        }
        try {
            return users.find(user.getUserId()).map(User::language);
        } catch (DataAccessException | TransactionException e) {
            return Optional.empty();
        }
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a language is chosen in the profile");
    }

    private void speak(UI ui) {
        var locale = resolveLocale(servletRequest(VaadinRequest.getCurrent()));
        // Messages outside any page, such as why none can be shown
        ui.getSession().setLocale(locale);
        ui.setLocale(locale);
    }

    private static HttpServletRequest servletRequest(VaadinRequest request) {
        return ((VaadinServletRequest) request).getHttpServletRequest();
    }
}
