package dev.latchkey.demo;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the mail of all sample people, as their mail programs would. */
@TestComponent
@RestController
@RequestMapping(value = "/demo/mailbox", produces = MediaType.TEXT_HTML_VALUE)
class MailboxController {

    private static final int NEWEST = 100;

    private final MailSpool spool;
    // A message never changes, and a mailbox of ten thousand is not to be parsed with every look at it
    private final ConcurrentHashMap<String, ReadableMail> read = new ConcurrentHashMap<>();

    MailboxController(MailSpool spool) {
        this.spool = spool;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String to) {
        var wanted = to.strip().toLowerCase(Locale.ROOT);
        var rows = spool.names().reversed().stream()
                .map(this::mail)
                .filter(mail -> mail.to().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(NEWEST)
                .map(MailboxController::row)
                .collect(Collectors.joining());
        return MailboxPage.of(
                "Mailbox", """
                <form><label for="to">To</label> <input id="to" name="to" type="search" value="%s"> <button>Search</button></form>
                <ul class="mails">%s</ul>
                """.formatted(htmlEscape(to), rows.isEmpty() ? "<li class=\"empty\">No mail.</li>" : rows));
    }

    @GetMapping("/{name:.+\\.eml}")
    String show(@PathVariable String name) {
        var mail = mail(name);
        return MailboxPage.of(mail.subject(), """
                <p><a href="/demo/mailbox">All mail</a> · <a href="/demo/mailbox/%1$s/source">Source</a></p>
                <dl><dt>From</dt><dd>%2$s</dd><dt>To</dt><dd>%3$s</dd><dt>Sent</dt><dd>%4$s</dd></dl>
                <iframe sandbox="allow-popups allow-top-navigation-by-user-activation" title="Message" srcdoc="%5$s"></iframe>
                <details><summary>Plain text</summary><pre>%6$s</pre></details>
                """.formatted(
                        htmlEscape(name),
                        htmlEscape(mail.from()),
                        htmlEscape(mail.to()),
                        htmlEscape(mail.sent()),
                        htmlEscape(mail.htmlWithImages().replace("<head>", "<head><base target=\"_top\">")),
                        htmlEscape(mail.text())));
    }

    @GetMapping(value = "/{name:.+\\.eml}/source", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> source(@PathVariable String name) throws IOException {
        return ResponseEntity.ok(spool.raw(name));
    }

    @ExceptionHandler({NoSuchFileException.class, IllegalArgumentException.class, java.io.UncheckedIOException.class})
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String missing() {
        return MailboxPage.of("Mail not found", "<p><a href=\"/demo/mailbox\">All mail</a></p>");
    }

    private ReadableMail mail(String name) {
        return read.computeIfAbsent(name, key -> {
            try {
                return ReadableMail.of(key, spool.message(key));
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String row(ReadableMail mail) {
        return "<li><a href=\"/demo/mailbox/%s\"><span class=\"subject\">%s</span> <span>%s</span> <time>%s</time></a></li>"
                .formatted(
                        htmlEscape(mail.name()),
                        htmlEscape(mail.subject()),
                        htmlEscape(mail.to()),
                        htmlEscape(mail.sent()));
    }
}
