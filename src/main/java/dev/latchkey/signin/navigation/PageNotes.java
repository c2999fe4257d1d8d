package dev.latchkey.signin.navigation;

import dev.latchkey.twofactor.keyset.BrowserSeal;
import dev.latchkey.twofactor.keyset.BrowserSeals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries a {@link PageNote} from the answer to a form, which is always a redirect, to the page: encrypted in a cookie that is
 * shown once and expires after two minutes, so that it needs no session, a reload repeats nothing, and the back button does not
 * resend a form.
 */
@Component
public class PageNotes {

    private static final String COOKIE = "note";
    private static final Duration LIFE = Duration.ofMinutes(2);
    // Browsers store cookies of up to 4,096 bytes, name and attributes included (RFC 6265, 6.1)
    private static final int LONGEST_COOKIE = 3_600;

    private final PageCookies cookies;
    private final BrowserSeal seal;
    private final JsonMapper json = new JsonMapper();

    PageNotes(PageCookies cookies, BrowserSeals seals) {
        this.cookies = cookies;
        this.seal = seals.forPurpose("page note");
    }

    /** Stores the note for its page. */
    public void leave(HttpServletResponse response, PageNote note) {
        var sealed = seal.seal(json.writeValueAsBytes(note));
        if (sealed.length() > LONGEST_COOKIE) {
            sealed = seal.seal(json.writeValueAsBytes(note.withoutTyped()));
        }
        cookies.write(response, COOKIE, sealed, LIFE);
    }

    /** The note for the requested page, which is removed by reading it; empty if there is none. */
    public Optional<PageNote> take(HttpServletRequest request, HttpServletResponse response) {
        var note = cookies.read(request, COOKIE)
                .flatMap(seal::open)
                .flatMap(this::read)
                .filter(left -> left.page().equals(request.getRequestURI()));
        note.ifPresent(told -> cookies.delete(request, response, COOKIE));
        return note;
    }

    private Optional<PageNote> read(byte[] opened) {
        try {
            return Optional.of(json.readValue(opened, PageNote.class));
        } catch (JacksonException fromAnOlderRelease) {
            return Optional.empty();
        }
    }
}
