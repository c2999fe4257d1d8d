package dev.latchkey.user;

import dev.latchkey.common.text.Language;
import dev.latchkey.mail.MailRecipient;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member of the organisation.
 *
 * @param email the user name, in lower case
 * @param name empty until the user has registered
 * @param passwordHash null until the user has registered
 * @param sessionEpoch sessions with an older epoch are refused
 * @param language the user's choice; null to use the browser's language
 * @param browserLanguage the language that their browser last asked for; null before the first sign-in
 * @param browserRegion the region that it named; empty if none is known
 * @param timeZone of the browser that they last opened a page with; null before that
 */
public record User(
        long id,
        String email,
        String name,
        @Nullable String passwordHash,
        UserStatus status,
        long sessionEpoch,
        @Nullable Instant lastSignInAt,
        @Nullable Language language,
        @Nullable Language browserLanguage,
        String browserRegion,
        @Nullable String timeZone)
        implements MailRecipient {

    /** The longest name, in characters. */
    public static final int NAME_LENGTH = 100;

    /** Whether this user may sign in at all. */
    public boolean isActive() {
        return status == UserStatus.ACTIVE;
    }

    /** The name, or the email address of a user without a name. */
    @Override
    public String displayName() {
        return name.isBlank() ? email : name;
    }

    /** How to name the user to others, who cannot identify them by a name only: anybody can choose any name. */
    public String named() {
        return name.isBlank() ? email : name + " (" + email + ")";
    }

    @Override
    public Locale locale() {
        var spoken = language == null ? browserLanguage : language;
        return (spoken == null ? Language.ENGLISH : spoken).localeIn(browserRegion);
    }

    @Override
    public Optional<ZoneId> zone() {
        try {
            return Optional.ofNullable(timeZone).map(ZoneId::of);
        } catch (DateTimeException unknownHere) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "User[id=" + id + ", status=" + status + "]";
    }
}
