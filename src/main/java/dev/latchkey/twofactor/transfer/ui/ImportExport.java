package dev.latchkey.twofactor.transfer.ui;

import dev.latchkey.common.csv.CsvDownload;
import dev.latchkey.twofactor.transfer.ImportRow;
import dev.latchkey.twofactor.transfer.Imports;
import dev.latchkey.user.access.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** What becomes of each row of the reader's latest import, as a file; a page is read at a time. */
@Controller
class ImportExport {

    static final String PATH = "/access-management/users/import.csv";

    private static final int PAGE = 1_000;

    private final Imports imports;
    private final CurrentUser user;
    private final MessageSource messages;

    ImportExport(Imports imports, CurrentUser user, MessageSource messages) {
        this.imports = imports;
        this.user = user;
        this.messages = messages;
    }

    @PostMapping(PATH)
    void export(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var latest = imports.latest(user.id());
        if (latest.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        var words = new ImportMessages((key, arguments) -> messages.getMessage(key, arguments, locale));
        try (var csv = CsvDownload.begin(response, "import.csv", locale, acceptLanguage)) {
            csv.line(
                    text("import.line", locale),
                    text("users.email", locale),
                    text("import.result", locale),
                    text("import.remarks", locale));
            writeRows(latest.get().id(), csv, words);
        }
    }

    private void writeRows(long run, CsvDownload csv, ImportMessages words) throws IOException {
        List<ImportRow> page;
        var offset = 0;
        do {
            page = imports.rows(user.id(), run, null, offset, PAGE);
            for (var row : page) {
                csv.line(String.valueOf(row.line()), row.email(), words.result(row), words.remarks(row));
            }
            offset += PAGE;
        } while (page.size() == PAGE);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
