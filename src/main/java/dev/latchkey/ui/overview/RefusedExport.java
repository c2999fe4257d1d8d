package dev.latchkey.ui.overview;

import dev.latchkey.common.text.Language;
import dev.latchkey.twofactor.enforcement.EnforcementMails;
import dev.latchkey.twofactor.enforcement.RefusedMail;
import dev.latchkey.ui.audittrail.CsvLine;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The addresses to which the current enforcement's mails were refused, as a file; a page is read at a time. */
@Controller
class RefusedExport {

    static final String PATH = "/access-management/refused-mails.csv";

    private static final int PAGE = 1_000;

    // Without it Excel does not recognise UTF-8
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final EnforcementMails mails;
    private final MessageSource messages;

    RefusedExport(EnforcementMails mails, MessageSource messages) {
        this.mails = mails;
        this.messages = messages;
    }

    @PostMapping(PATH)
    void export(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var page = mails.refused(0, PAGE);
        response.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8).toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused-mails.csv\"");
        var csv = CsvLine.of(locale, Language.firstAskedFor(acceptLanguage));
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write(BYTE_ORDER_MARK);
            out.write(csv.of(text("mails.address", locale), text("mails.state", locale), text("mails.reason", locale)));
            for (var offset = PAGE; !page.isEmpty(); offset += PAGE) {
                for (var mail : page) {
                    out.write(line(mail, csv));
                }
                page = page.size() < PAGE ? List.of() : mails.refused(offset, PAGE);
            }
        }
    }

    private static String line(RefusedMail mail, CsvLine csv) {
        var delivery = mail.delivery();
        var problem = delivery.problem();
        return csv.of(
                mail.address(),
                delivery.status().name(),
                delivery.failure().isEmpty() && problem != null ? problem.name() : delivery.failure());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
