package dev.latchkey.signin.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Redirects to the unchanged path: braces in it are not variables, and model attributes are not added. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LocalRedirectResolver implements ViewResolver {

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (!name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) {
            return null;
        }
        var redirect = new RedirectView(name.substring(UrlBasedViewResolver.REDIRECT_URL_PREFIX.length()), true);
        redirect.setExpandUriTemplateVariables(false);
        redirect.setExposeModelAttributes(false);
        return redirect;
    }
}
