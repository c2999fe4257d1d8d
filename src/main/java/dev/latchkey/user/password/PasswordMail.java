package dev.latchkey.user.password;

import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailKind.Nothing;
import dev.latchkey.user.UserReference;
import java.time.Instant;

/** Mails about passwords. */
public final class PasswordMail {

    /** The link; about the time of the request. */
    public static final MailKind<Instant> PASSWORD_RESET = MailKind.ofMoment("PASSWORD_RESET");

    /** Says that the link needs an administrator's approval. */
    public static final MailKind<Nothing> PASSWORD_RESET_HELD = MailKind.plain("PASSWORD_RESET_HELD");

    /** Tells an administrator that their approval is needed; about the waiting user. */
    public static final MailKind<UserReference> PASSWORD_RESET_WAITING = UserReference.kind("PASSWORD_RESET_WAITING");

    /** Says that a two-factor secret needs an administrator's approval. */
    public static final MailKind<Nothing> SECRET_HELD = MailKind.plain("SECRET_HELD");

    /** Tells an administrator that a user waits for that; about the waiting user. */
    public static final MailKind<UserReference> SECRET_WAITING = UserReference.kind("SECRET_WAITING");

    /** Notice: a password was chosen through a link. */
    public static final MailKind<Nothing> PASSWORD_RESET_DONE = MailKind.plain("PASSWORD_RESET_DONE");

    /** Notice: a password was changed by a signed-in user. */
    public static final MailKind<Nothing> PASSWORD_CHANGED = MailKind.plain("PASSWORD_CHANGED");

    private PasswordMail() {}
}
