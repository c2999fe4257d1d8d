package dev.latchkey.signin.fault;

import dev.latchkey.account.branding.Branding;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the error page says, wherever it comes from; it asks no database, which may be what went wrong. */
@Component
class ErrorPageModel implements ErrorViewResolver {

    static final String TEMPLATE = "error";

    private final Branding branding;
    private final MessageSource messages;

    ErrorPageModel(Branding branding, MessageSource messages) {
        this.branding = branding;
        this.messages = messages;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        var all = new HashMap<>(model);
        all.putAll(of(status.value(), LocaleContextHolder.getLocale()));
        return new ModelAndView(TEMPLATE, all);
    }

    Map<String, Object> of(int status, Locale locale) {
        return Map.of(
                "status",
                status,
                "organisation",
                branding.lastKnownName().orElseGet(() -> messages.getMessage("app.name", null, locale)));
    }
}
