package dev.latchkey.twofactor.reminder;

import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.MailKind.Nothing;

/** The mail that reminds a user to set up two-factor authentication; it never contains a secret. */
public final class ReminderMail {

    /** At the request of an administrator. */
    public static final MailKind<Nothing> SET_UP_REMINDER = MailKind.plain("SET_UP_REMINDER");

    private ReminderMail() {}
}
