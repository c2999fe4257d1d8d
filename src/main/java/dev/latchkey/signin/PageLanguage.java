package dev.latchkey.signin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.latchkey.component.Language;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Gives every page, views and error pages alike, the language that its reader chose, or else that of their browser. */
@Component("localeResolver")
class PageLanguage implements LocaleResolver, VaadinServiceInitListener {

    private final UserService users;

    PageLanguage(UserService users) {
        this.users = users;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> speak(init.getUI()));
        // The page around the views, which is there before them
        event.addIndexHtmlRequestListener(page -> page.getDocument()
                .getElementsByTag("html")
                .attr("lang", locale(header(page.getVaadinRequest())).toLanguageTag()));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return locale(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a language is chosen in the profile");
    }

    private void speak(UI ui) {
        var locale = locale(header(VaadinRequest.getCurrent()));
        // What is told outside any page, such as why none can be shown
        ui.getSession().setLocale(locale);
        ui.setLocale(locale);
    }

    private Locale locale(@Nullable String acceptLanguage) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
            return users.find(user.getUserId())
                    .map(User::language)
                    .orElseGet(() -> Language.askedFor(acceptLanguage))
                    .locale();
        }
        return Language.askedFor(acceptLanguage).locale();
    }

    private static @Nullable String header(VaadinRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    }
}
