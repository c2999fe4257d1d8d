package dev.latchkey.ui.overview;

import dev.latchkey.common.csv.CsvDownload;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.twofactor.enforcement.EnforcementMails;
import dev.latchkey.twofactor.enforcement.RefusedMail;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * The addresses to which the current enforcement's mails were refused, as a file, with an entry in the audit trail; a page is read
 * at a time.
 */
@Controller
class RefusedExport {

    static final String PATH = "/access-management/refused-mails.csv";

    private static final int PAGE = 1_000;

    private final EnforcementMails mails;
    private final CurrentSession session;
    private final MessageSource messages;

    RefusedExport(EnforcementMails mails, CurrentSession session, MessageSource messages) {
        this.mails = mails;
        this.session = session;
        this.messages = messages;
    }

    @PostMapping(PATH)
    void export(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var page = mails.refused(0, PAGE);
        mails.recordExport(session.user().getUserId());
        try (var csv = CsvDownload.begin(response, "refused-mails.csv", locale, acceptLanguage)) {
            csv.line(text("mails.address", locale), text("mails.state", locale), text("mails.reason", locale));
            for (var offset = PAGE; !page.isEmpty(); offset += PAGE) {
                for (var mail : page) {
                    write(mail, csv);
                }
                page = page.size() < PAGE ? List.of() : mails.refused(offset, PAGE);
            }
        }
    }

    private static void write(RefusedMail mail, CsvDownload csv) throws IOException {
        var delivery = mail.delivery();
        var problem = delivery.problem();
        csv.line(
                mail.address(),
                delivery.status().name(),
                delivery.failure().isEmpty() && problem != null ? problem.name() : delivery.failure());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
