package dev.latchkey.twofactor.notice;

import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailKind.Nothing;
import dev.latchkey.user.UserReference;
import java.util.List;

/** Mails that tell a user what happened to their own second factor. */
public final class SecurityNotice {

    public static final MailKind<Nothing> TWO_FACTOR_TURNED_ON = MailKind.plain("TWO_FACTOR_TURNED_ON");
    public static final MailKind<Nothing> TWO_FACTOR_TURNED_OFF = MailKind.plain("TWO_FACTOR_TURNED_OFF");

    /** About the acting administrator. */
    public static final MailKind<UserReference> TWO_FACTOR_RESET = UserReference.kind("TWO_FACTOR_RESET");

    /** The secret of another app has replaced the previous one. */
    public static final MailKind<Nothing> APP_REPLACED = MailKind.plain("APP_REPLACED");

    /** About the number of codes left. */
    public static final MailKind<Integer> RECOVERY_CODE_USED =
            new MailKind<>("RECOVERY_CODE_USED", Math::toIntExact, Integer::longValue);

    /** A new set of codes, not as part of turning two-factor authentication on. */
    public static final MailKind<Nothing> RECOVERY_CODES_MADE = MailKind.plain("RECOVERY_CODES_MADE");

    /** The correct password, but one wrong code after another. */
    public static final MailKind<Nothing> WRONG_CODES = MailKind.plain("WRONG_CODES");

    /** One wrong code after another in an open session. */
    public static final MailKind<Nothing> WRONG_CODES_IN_SESSION = MailKind.plain("WRONG_CODES_IN_SESSION");

    /** So many wrong codes in a row that no further one is checked. */
    public static final MailKind<Nothing> SIGN_IN_LOCKED = MailKind.plain("SIGN_IN_LOCKED");

    /** As many, of an administrator when no other could sign in: one attempt an hour is checked. */
    public static final MailKind<Nothing> LAST_ADMINISTRATOR_GUESSED = MailKind.plain("LAST_ADMINISTRATOR_GUESSED");

    /** The owner of the server has let a user in again; about that user. */
    public static final MailKind<UserReference> BREAK_GLASS_REOPENED = UserReference.kind("BREAK_GLASS_REOPENED");

    /** The owner of the server has lifted the enforcement. */
    public static final MailKind<Nothing> BREAK_GLASS_LIFTED = MailKind.plain("BREAK_GLASS_LIFTED");

    /** The owner of the server has restored a backup; for administrators, who have to repeat what was done since. */
    public static final MailKind<Nothing> BACKUP_RESTORED = MailKind.plain("BACKUP_RESTORED");

    /** The notices that are about nothing in particular. */
    static final List<MailKind<Nothing>> PLAIN = List.of(
            TWO_FACTOR_TURNED_ON,
            TWO_FACTOR_TURNED_OFF,
            APP_REPLACED,
            RECOVERY_CODES_MADE,
            WRONG_CODES,
            WRONG_CODES_IN_SESSION,
            SIGN_IN_LOCKED,
            LAST_ADMINISTRATOR_GUESSED,
            BREAK_GLASS_LIFTED,
            BACKUP_RESTORED);

    /** The notices that name another user. */
    static final List<MailKind<UserReference>> ABOUT_A_USER = List.of(TWO_FACTOR_RESET, BREAK_GLASS_REOPENED);

    private SecurityNotice() {}
}
