package dev.latchkey.ui.audittrail;

import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditTrailReader;
import dev.latchkey.common.csv.CsvDownload;
import dev.latchkey.signin.session.CurrentSession;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The audit trail as a file, requested by a POST form: the export is recorded in the trail, which a link on another site must not
 * cause. An ordinary endpoint instead of a Vaadin resource, which is accessible to the whole session; it reads a page at a time, so
 * that neither a million entries nor a slow connection needs memory or holds a database connection.
 */
@Controller
class AuditTrailExport {

    static final String PATH = "/access-management/audit-trail.csv";

    private static final int PAGE = 1_000;

    // A format that every spreadsheet recognises as a time, in any language; entries of the same second have their
    // numbers
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final AuditTrailReader auditTrail;
    private final CurrentSession session;
    private final MessageSource messages;

    AuditTrailExport(AuditTrailReader auditTrail, CurrentSession session, MessageSource messages) {
        this.auditTrail = auditTrail;
        this.session = session;
        this.messages = messages;
    }

    @PostMapping(PATH)
    void export(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        auditTrail.recordExport(session.user().getUserId());
        var words = new AuditMessages((key, arguments) -> messages.getMessage(key, arguments, locale));
        try (var csv = CsvDownload.begin(response, "audit-trail.csv", locale, acceptLanguage)) {
            writeHeader(csv, locale);
            writeEntries(AuditTrailQuery.of(parameters, ZoneOffset.UTC), csv, words);
        }
    }

    private void writeEntries(AuditTrailQuery query, CsvDownload csv, AuditMessages words) throws IOException {
        var filter = query.filter();
        @Nullable AuditEntry last = null;
        List<AuditEntry> page;
        do {
            page = auditTrail.pageAfter(last, filter, PAGE);
            for (var entry : page) {
                write(entry, csv, words);
                last = entry;
            }
        } while (page.size() == PAGE);
    }

    private void writeHeader(CsvDownload csv, Locale locale) throws IOException {
        csv.line(
                text("audit.entry", locale),
                text("audit.time-utc", locale),
                text("audit.action-code", locale),
                text("audit.action", locale),
                text("audit.actor", locale),
                text("audit.subject", locale),
                text("audit.detail", locale),
                text("audit.address", locale),
                text("audit.browser", locale));
    }

    private static void write(AuditEntry entry, CsvDownload csv, AuditMessages words) throws IOException {
        csv.line(
                String.valueOf(entry.id()),
                TIME.format(entry.occurredAt()),
                entry.action().name(),
                words.action(entry),
                entry.actor(),
                entry.subject(),
                words.detail(entry),
                entry.address(),
                entry.browser());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
