package dev.latchkey.ui.audittrail;

import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditTrailReader;
import dev.latchkey.common.text.Language;
import dev.latchkey.signin.session.CurrentSession;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

    // Without it Excel does not recognise UTF-8
    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
        response.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8).toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-trail.csv\"");
        var csv = CsvLine.of(locale, Language.firstAskedFor(acceptLanguage));
        var words = new AuditMessages((key, arguments) -> messages.getMessage(key, arguments, locale));
        // Not the response's writer, which would continue after the client has disconnected
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write(BYTE_ORDER_MARK);
            out.write(header(csv, locale));
            writeEntries(AuditTrailQuery.of(parameters, ZoneOffset.UTC), csv, words, out);
        }
    }

    private void writeEntries(AuditTrailQuery query, CsvLine csv, AuditMessages words, Writer out) throws IOException {
        var filter = query.filter();
        @Nullable AuditEntry last = null;
        List<AuditEntry> page;
        do {
            page = auditTrail.pageAfter(last, filter, PAGE);
            for (var entry : page) {
                out.write(line(entry, csv, words));
                last = entry;
            }
        } while (page.size() == PAGE);
    }

    private String header(CsvLine csv, Locale locale) {
        return csv.of(
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

    private static String line(AuditEntry entry, CsvLine csv, AuditMessages words) {
        return csv.of(
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
