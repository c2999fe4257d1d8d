package dev.latchkey.signin.fault;

import dev.latchkey.common.text.Language;
import dev.latchkey.signin.web.ResponseHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Answers with our error page what Tomcat refuses by itself, such as an address with an encoded slash or a request that is not HTTP,
 * and what failed so badly that no page could be made. Knows nothing of the request but its languages.
 */
final class RefusedRequestValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedRequestValve.class);
    private static final int FIRST_ERROR = 400;
    private static final int LONGEST_LANGUAGES = 100;

    private final ITemplateEngine templates;
    private final ErrorPageModel model;
    private final ResponseHeaders headers;

    RefusedRequestValve(ITemplateEngine templates, ErrorPageModel model, ResponseHeaders headers) {
        this.templates = templates;
        this.model = model;
        this.headers = headers;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            headers.addMissing(response);
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            var page = new Context(language(request).locale(), model.of(response.getStatus()));
            templates.process(ErrorPageModel.TEMPLATE, page, response.getReporter());
            response.finishResponse();
        } catch (IOException | RuntimeException e) {
            LOG.warn("Couldn't show the error page", e);
        }
    }

    /** Of a request that nothing has cut to size, and whose headers may not have been read at all. */
    private static Language language(Request request) {
        var languages = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return Language.askedFor(languages == null || languages.length() > LONGEST_LANGUAGES ? null : languages);
    }
}
