package dev.latchkey.ui.frame;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.latchkey.signin.navigation.PageLanguage;
import dev.latchkey.signin.navigation.SignInPaths;
import org.jsoup.nodes.Element;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Tells users without JavaScript why pages after the login are empty, and lets them log out. */
@Component
class NoScriptNotice implements VaadinServiceInitListener {

    private final MessageSource messages;
    private final PageLanguage language;

    NoScriptNotice(MessageSource messages, PageLanguage language) {
        this.messages = messages;
        this.language = language;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::add);
    }

    private void add(IndexHtmlResponse page) {
        var request = ((VaadinServletRequest) page.getVaadinRequest()).getHttpServletRequest();
        var locale = language.resolveLocale(request);
        // Above the loading placeholder, which fills the window
        var notice = page.getDocument().body().prependElement("noscript").addClass("no-script");
        notice.appendElement("p").text(messages.getMessage("frame.no-script", null, locale));
        var form = notice.appendElement("form")
                .attr("method", "post")
                .attr("action", request.getContextPath() + SignInPaths.LOGOUT);
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            form.appendChild(hidden(token));
        }
        form.appendElement("button").addClass("quiet").text(messages.getMessage("frame.log-out", null, locale));
    }

    private static Element hidden(CsrfToken token) {
        return new Element("input")
                .attr("type", "hidden")
                .attr("name", token.getParameterName())
                .attr("value", token.getToken());
    }
}
