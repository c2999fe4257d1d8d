package dev.latchkey.common.csv;

import dev.latchkey.common.text.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A file of separated values as the answer to a request, sent line by line; it is complete when it is closed. */
public final class CsvDownload implements Closeable {

    // Without it Excel does not recognise UTF-8
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Writer out;
    private final CsvLine csv;

    private CsvDownload(Writer out, CsvLine csv) {
        this.out = out;
        this.csv = csv;
    }

    /**
     * Begins the file.
     *
     * @param fileName in ASCII
     * @param locale of the reader's pages
     * @param acceptLanguage what their browser asks for, which their spreadsheet may be set to
     */
    public static CsvDownload begin(
            HttpServletResponse response, String fileName, Locale locale, @Nullable String acceptLanguage)
            throws IOException {
        response.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8).toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        // Not the response's writer, which would continue after the client has disconnected
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        return new CsvDownload(out, CsvLine.of(locale, Language.firstAskedFor(acceptLanguage)));
    }

    /** Adds a line. */
    public void line(String... cells) throws IOException {
        out.write(csv.of(cells));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
