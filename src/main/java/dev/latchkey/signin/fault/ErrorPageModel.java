package dev.latchkey.signin.fault;

import dev.latchkey.account.branding.Branding;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the error page says, wherever it comes from; it asks no database, which may be what went wrong. */
@Component
class ErrorPageModel implements ErrorViewResolver {

    static final String TEMPLATE = "error";

    // Not the bean itself: Tomcat is set up with this one before anything may need the database
    private final ObjectProvider<Branding> branding;

    ErrorPageModel(ObjectProvider<Branding> branding) {
        this.branding = branding;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        var all = new HashMap<>(model);
        all.putAll(of(status.value()));
        return new ModelAndView(TEMPLATE, all);
    }

    /** Without the name of the product, which stands in for an unknown one: to ask for the reader's language costs statements. */
    Map<String, Object> of(int status) {
        var model = new HashMap<String, Object>();
        model.put("status", status);
        branding.getObject().lastKnownName().ifPresent(name -> model.put("organisation", name));
        return model;
    }
}
