package dev.latchkey.twofactor.notice;

import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailKind.Nothing;
import dev.latchkey.user.UserReference;
import java.util.List;

/** Mails that tell a user what happened to their own second factor. */
public final class SecurityNotice {

    public static final MailKind<Nothing> TWO_FACTOR_TURNED_ON = MailKind.plain("TWO_FACTOR_TURNED_ON");
    public static final MailKind<Nothing> TWO_FACTOR_TURNED_OFF = MailKind.plain("TWO_FACTOR_TURNED_OFF");

    /** About the administrator who did it. */
    public static final MailKind<UserReference> TWO_FACTOR_RESET = UserReference.kind("TWO_FACTOR_RESET");

    /** The secret of another app has taken the place of the former one. */
    public static final MailKind<Nothing> APP_REPLACED = MailKind.plain("APP_REPLACED");

    /** About the number of codes left. */
    public static final MailKind<Integer> RECOVERY_CODE_USED =
            new MailKind<>("RECOVERY_CODE_USED", Math::toIntExact, Integer::longValue);

    /** A set of codes of its own, not as part of turning two-factor authentication on. */
    public static final MailKind<Nothing> RECOVERY_CODES_MADE = MailKind.plain("RECOVERY_CODES_MADE");

    /** The right password, but one wrong code after another. */
    public static final MailKind<Nothing> WRONG_CODES = MailKind.plain("WRONG_CODES");

    /** One wrong code after another in a session that is open. */
    public static final MailKind<Nothing> WRONG_CODES_IN_SESSION = MailKind.plain("WRONG_CODES_IN_SESSION");

    /** So many wrong codes in a row that none is looked at any more. */
    public static final MailKind<Nothing> SIGN_IN_LOCKED = MailKind.plain("SIGN_IN_LOCKED");

    /** As many, of an administrator beside whom nobody could unlock anybody: an attempt an hour is looked at. */
    public static final MailKind<Nothing> LAST_ADMINISTRATOR_GUESSED = MailKind.plain("LAST_ADMINISTRATOR_GUESSED");

    /** Whoever owns the server has let a user in again, whom it is about. */
    public static final MailKind<UserReference> BREAK_GLASS_REOPENED = UserReference.kind("BREAK_GLASS_REOPENED");

    /** Whoever owns the server has lifted the enforcement. */
    public static final MailKind<Nothing> BREAK_GLASS_LIFTED = MailKind.plain("BREAK_GLASS_LIFTED");

    /** Those that are about nobody and nothing else. */
    static final List<MailKind<Nothing>> PLAIN = List.of(
            TWO_FACTOR_TURNED_ON,
            TWO_FACTOR_TURNED_OFF,
            APP_REPLACED,
            RECOVERY_CODES_MADE,
            WRONG_CODES,
            WRONG_CODES_IN_SESSION,
            SIGN_IN_LOCKED,
            LAST_ADMINISTRATOR_GUESSED,
            BREAK_GLASS_LIFTED);

    /** Those that name a user besides their recipient. */
    static final List<MailKind<UserReference>> ABOUT_A_USER = List.of(TWO_FACTOR_RESET, BREAK_GLASS_REOPENED);

    private SecurityNotice() {}
}
