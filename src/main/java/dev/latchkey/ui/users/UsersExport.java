package dev.latchkey.ui.users;

import dev.latchkey.common.csv.CsvDownload;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.twofactor.directory.MemberExport;
import dev.latchkey.twofactor.directory.MemberFilter;
import dev.latchkey.twofactor.directory.ReachFilter;
import dev.latchkey.twofactor.directory.SecretFilter;
import dev.latchkey.twofactor.directory.TwoFactorState;
import dev.latchkey.user.UserStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Users as a file that the import reads too, requested by a POST form: the export is recorded in the audit trail, which a link on
 * another site must not cause. It reads a page at a time, and holds no more than the ids of all of them.
 */
@Controller
class UsersExport {

    static final String PATH = "/access-management/users.csv";

    private static final int PAGE = 500;

    private final MemberExport members;
    private final CurrentSession session;
    private final MessageSource messages;

    UsersExport(MemberExport members, CurrentSession session, MessageSource messages) {
        this.members = members;
        this.session = session;
        this.messages = messages;
    }

    @PostMapping(PATH)
    void export(
            @RequestParam(name = "search", defaultValue = "") String search,
            @RequestParam(name = "state", required = false) @Nullable TwoFactorState state,
            @RequestParam(name = "group", required = false) @Nullable Long group,
            @RequestParam(name = "status", required = false) @Nullable UserStatus status,
            @RequestParam(name = "secret", required = false) @Nullable SecretFilter secret,
            @RequestParam(name = "reach", required = false) @Nullable ReachFilter reach,
            @RequestParam(name = "users", defaultValue = "") List<Long> users,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var actorId = session.user().getUserId();
        var ids = users.isEmpty()
                ? members.begin(actorId, new MemberFilter(search, state, group, status, secret, reach))
                : members.begin(actorId, users);
        try (var csv = CsvDownload.begin(response, "users.csv", locale, acceptLanguage)) {
            writeHeader(csv, locale);
            for (var from = 0; from < ids.size(); from += PAGE) {
                for (var member : members.page(ids.subList(from, Math.min(ids.size(), from + PAGE)))) {
                    write(member, csv, locale);
                }
            }
        }
    }

    private void writeHeader(CsvDownload csv, Locale locale) throws IOException {
        csv.line(
                text("users.email", locale),
                text("users.name", locale),
                text("users.status", locale),
                text("import.groups", locale),
                text("users.state", locale),
                text("users.last-sign-in-utc", locale));
    }

    private void write(Member member, CsvDownload csv, Locale locale) throws IOException {
        var lastSignInAt = member.lastSignInAt();
        csv.line(
                member.email(),
                member.shownName(),
                text(UserStateKeys.of(member.status()), locale),
                member.groups(),
                text(UserStateKeys.of(member.state()), locale),
                lastSignInAt == null
                        ? ""
                        : lastSignInAt.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
