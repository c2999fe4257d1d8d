package dev.latchkey.ui.overview;

import dev.latchkey.common.text.Language;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.twofactor.evidence.Evidence;
import dev.latchkey.twofactor.evidence.ObservedDay;
import dev.latchkey.twofactor.evidence.UserState;
import dev.latchkey.ui.audittrail.CsvLine;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The state of every user at the end of a past day as a file, requested by a POST form: the export is recorded in the audit trail,
 * which a link on another site must not cause. It reads a page at a time.
 */
@Controller
class EvidenceExport {

    static final String PATH = "/access-management/evidence.csv";

    private static final int PAGE = 1_000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    // Without it Excel does not recognise UTF-8
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Evidence evidence;
    private final CurrentSession session;
    private final MessageSource messages;

    EvidenceExport(Evidence evidence, CurrentSession session, MessageSource messages) {
        this.evidence = evidence;
        this.session = session;
        this.messages = messages;
    }

    @PostMapping(PATH)
    void export(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var observation = evidence.observationFor(day);
        if (observation.isEmpty()) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        evidence.recordExport(session.user().getUserId(), day);
        response.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8).toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"two-factor-authentication-" + day + ".csv\"");
        var csv = CsvLine.of(locale, Language.firstAskedFor(acceptLanguage));
        // Not the response's writer, which would continue after the client has disconnected
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write(BYTE_ORDER_MARK);
            out.write(header(csv, locale));
            writeUsers(day, observation.get(), csv, locale, out);
        }
    }

    private void writeUsers(LocalDate day, ObservedDay observation, CsvLine csv, Locale locale, Writer out)
            throws IOException {
        var last = 0L;
        List<UserState> page;
        do {
            page = evidence.page(day, last, PAGE);
            for (var user : page) {
                out.write(line(day, user, observation, csv, locale));
                last = user.userId();
            }
        } while (page.size() == PAGE);
    }

    private String header(CsvLine csv, Locale locale) {
        return csv.of(
                text("evidence.day-utc", locale),
                text("users.email", locale),
                text("users.name", locale),
                text("users.groups", locale),
                text("evidence.status", locale),
                text("users.state", locale),
                text("evidence.since-utc", locale),
                text("evidence.observed-utc", locale),
                text("evidence.note", locale));
    }

    private String line(LocalDate day, UserState user, ObservedDay observation, CsvLine csv, Locale locale) {
        return csv.of(
                day.toString(),
                user.email(),
                user.name(),
                user.userGroups(),
                text(StateKeys.of(user.status()), locale),
                text(StateKeys.of(user.factor()), locale),
                user.fromDay().toString(),
                TIME.format(observation.observedAt()),
                observation.day().equals(day) ? "" : text("evidence.unobserved", locale));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
