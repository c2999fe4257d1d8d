package dev.latchkey.ui.overview;

import dev.latchkey.common.csv.CsvDownload;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.twofactor.evidence.Evidence;
import dev.latchkey.twofactor.evidence.ObservedDay;
import dev.latchkey.twofactor.evidence.UserState;
import dev.latchkey.ui.users.UserStateKeys;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
            @RequestParam("day") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
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
        try (var csv =
                CsvDownload.begin(response, "two-factor-authentication-" + day + ".csv", locale, acceptLanguage)) {
            writeHeader(csv, locale);
            writeUsers(day, observation.get(), csv, locale);
        }
    }

    private void writeUsers(LocalDate day, ObservedDay observation, CsvDownload csv, Locale locale) throws IOException {
        var last = 0L;
        List<UserState> page;
        do {
            page = evidence.page(day, last, PAGE);
            for (var user : page) {
                write(day, user, observation, csv, locale);
                last = user.userId();
            }
        } while (page.size() == PAGE);
    }

    private void writeHeader(CsvDownload csv, Locale locale) throws IOException {
        csv.line(
                text("evidence.day-utc", locale),
                text("users.email", locale),
                text("users.name", locale),
                text("import.groups", locale),
                text("evidence.status", locale),
                text("users.state", locale),
                text("evidence.since-utc", locale),
                text("evidence.observed-utc", locale),
                text("evidence.note", locale));
    }

    private void write(LocalDate day, UserState user, ObservedDay observation, CsvDownload csv, Locale locale)
            throws IOException {
        csv.line(
                day.toString(),
                user.email(),
                user.name(),
                user.userGroups(),
                text(UserStateKeys.of(user.status()), locale),
                text(StateKeys.of(user.factor()), locale),
                user.fromDay().toString(),
                TIME.format(observation.observedAt()),
                observation.day().equals(day) ? "" : text("evidence.unobserved", locale));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
