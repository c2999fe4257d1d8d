package dev.latchkey.user.password;

import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailKind.Nothing;
import dev.latchkey.user.UserReference;
import java.time.Instant;

/** Mails about passwords. */
public final class PasswordMail {

    /** The link; about when it was asked for. */
    public static final MailKind<Instant> PASSWORD_RESET = MailKind.ofMoment("PASSWORD_RESET");

    /** Says that the link takes an administrator's word. */
    public static final MailKind<Nothing> PASSWORD_RESET_HELD = MailKind.plain("PASSWORD_RESET_HELD");

    /** Tells an administrator that their word is waited for; about who waits. */
    public static final MailKind<UserReference> PASSWORD_RESET_WAITING = UserReference.kind("PASSWORD_RESET_WAITING");

    /** Says that a two-factor secret takes an administrator's word. */
    public static final MailKind<Nothing> SECRET_HELD = MailKind.plain("SECRET_HELD");

    /** Tells an administrator that somebody waits for that; about who waits. */
    public static final MailKind<UserReference> SECRET_WAITING = UserReference.kind("SECRET_WAITING");

    /** Notice: a password was chosen through a link. */
    public static final MailKind<Nothing> PASSWORD_RESET_DONE = MailKind.plain("PASSWORD_RESET_DONE");

    /** Notice: a password was changed by somebody signed in. */
    public static final MailKind<Nothing> PASSWORD_CHANGED = MailKind.plain("PASSWORD_CHANGED");

    private PasswordMail() {}
}
