package dev.latchkey.signin.page.code;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.text.AgeMessages;
import dev.latchkey.common.text.ReaderTime;
import dev.latchkey.common.text.Sentence;
import dev.latchkey.signin.navigation.Destination;
import dev.latchkey.signin.navigation.PageNote;
import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.twofactor.challenge.Challenge;
import dev.latchkey.twofactor.challenge.SignInSecrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The code step. */
@Controller
class ChallengePage {

    private static final String SHOWN_VERSION = "latchkey.shown-secret-version";

    private final CurrentSession session;
    private final SignInSecrets secrets;
    private final PageNotes notes;
    private final MessageSource messages;
    private final Clock clock;

    ChallengePage(CurrentSession session, SignInSecrets secrets, PageNotes notes, MessageSource messages, Clock clock) {
        this.session = session;
        this.secrets = secrets;
        this.notes = notes;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(SignInPaths.CHALLENGE)
    String show(Model model, HttpServletRequest request, HttpSession httpSession, Locale locale) {
        if (session.isComplete()) {
            return "redirect:" + Destination.in(request).path();
        }
        var user = session.user();
        model.addAttribute("email", user.getUsername());
        switch (secrets.challengeOf(user.getUserId(), shownVersion(httpSession))) {
            case Challenge.ProvenApp(var entry) -> {
                model.addAttribute("kind", "app");
                entry.map(known -> known.textFor(user.getUsername()))
                        .filter(known -> !known.isEmpty())
                        .ifPresent(known -> model.addAttribute("entry", known));
            }
            case Challenge.MailedSecret mailed -> {
                model.addAttribute("kind", "mailed");
                model.addAttribute(
                        "explanation", sentence(user.getUsername(), mailed).in(messages, locale));
            }
            case Challenge.HeldSecret(var until, var zone) -> {
                model.addAttribute("kind", "held");
                model.addAttribute(
                        "explanation",
                        Sentence.of("challenge.held", new ReaderTime(locale, zone).inFull(until))
                                .in(messages, locale));
            }
            case Challenge.ShownSecret(var shown) -> {
                httpSession.setAttribute(SHOWN_VERSION, shown.version());
                model.addAttribute("kind", "shown");
                model.addAttribute("secret", SecretText.of(shown));
            }
        }
        return "page/challenge";
    }

    @PostMapping(SignInPaths.MAIL_AGAIN)
    String mailAgain(HttpServletRequest request, HttpServletResponse response) {
        if (!session.isComplete()) {
            notes.leave(
                    response,
                    mailAgain(session.user().getUserId(), session.user().getUsername()));
        }
        return "redirect:" + Destination.in(request).after(SignInPaths.CHALLENGE);
    }

    private PageNote mailAgain(long userId, String email) {
        try {
            secrets.mailAgain(userId);
            return PageNote.done(SignInPaths.CHALLENGE, Sentence.of("challenge.mailed-again", email));
        } catch (RefusedException e) {
            return PageNote.refused(SignInPaths.CHALLENGE, Sentence.of(e));
        }
    }

    private Sentence sentence(String email, Challenge.MailedSecret mailed) {
        return switch (mailed.mail()) {
            case QUEUED -> Sentence.of("challenge.mail-queued", email);
            case DELAYED -> Sentence.of("challenge.mail-delayed", email);
            case SENT -> Sentence.of("challenge.mailed", email, age(mailed.sentAt()));
            case REFUSED -> Sentence.of("challenge.mail-refused", email);
            case EXPIRED -> Sentence.of("challenge.mail-expired", email);
        };
    }

    private Sentence age(Optional<Instant> sentAt) {
        return AgeMessages.sentence(Duration.between(sentAt.orElseGet(clock::instant), clock.instant()));
    }

    private static OptionalLong shownVersion(HttpSession httpSession) {
        return httpSession.getAttribute(SHOWN_VERSION) instanceof Long version
                ? OptionalLong.of(version)
                : OptionalLong.empty();
    }
}
