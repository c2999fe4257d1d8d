package dev.latchkey.twofactor.transfer.ui;

import dev.latchkey.common.csv.CsvDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** A table to fill in, as the reader's spreadsheet writes it: headings, and two people as an example. */
@Controller
class ImportSample {

    static final String PATH = "/access-management/users/import-sample.csv";

    private final MessageSource messages;

    ImportSample(MessageSource messages) {
        this.messages = messages;
    }

    @PostMapping(PATH)
    void download(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        try (var csv = CsvDownload.begin(response, "users-sample.csv", locale, acceptLanguage)) {
            csv.line(
                    messages.getMessage("users.email", null, locale),
                    messages.getMessage("users.name", null, locale),
                    messages.getMessage("import.groups", null, locale));
            csv.line("ada@example.com", "Ada Lovelace", messages.getMessage("import.sample.groups", null, locale));
            csv.line("grace@example.com", "Grace Hopper", "");
        }
    }
}
