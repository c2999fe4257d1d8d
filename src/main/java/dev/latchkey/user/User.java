package dev.latchkey.user;

import dev.latchkey.common.text.Language;
import dev.latchkey.mail.MailRecipient;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A member of the organisation.
 *
 * @param email the user name, in lower case
 * @param name empty until the user has registered
 * @param passwordHash null until the user has registered
 * @param sessionEpoch a session begun under an older epoch is refused
 * @param language what the user chose; null where their browser is to say it
 * @param browserLanguage what their browser asked for when it was last looked at; null before the first sign-in
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
        @Nullable Language browserLanguage)
        implements MailRecipient {

    /** The longest name, in characters. */
    public static final int NAME_LENGTH = 100;

    /** Whether this user may sign in at all. */
    public boolean isActive() {
        return status == UserStatus.ACTIVE;
    }

    /** The name, or the email address of one without a name. */
    @Override
    public String displayName() {
        return name.isBlank() ? email : name;
    }

    /** How to name the user to others, who cannot tell from a name alone who that is: anybody can call themselves anything. */
    public String named() {
        return name.isBlank() ? email : name + " (" + email + ")";
    }

    @Override
    public Locale locale() {
        if (language != null) {
            return language.locale();
        }
        return browserLanguage == null ? Language.ENGLISH.locale() : browserLanguage.locale();
    }

    @Override
    public String toString() {
        return "User[id=" + id + ", status=" + status + "]";
    }
}
