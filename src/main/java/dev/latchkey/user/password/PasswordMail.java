package dev.latchkey.user.password;

/** Mails about passwords; the name is the kind in the outbox. */
public enum PasswordMail {
    /** The link; the reference is when it was asked for, in seconds of the epoch. */
    PASSWORD_RESET,
    /** Says that the link takes an administrator's word. */
    PASSWORD_RESET_HELD,
    /** Tells an administrator that their word is waited for; the reference is the id of who waits. */
    PASSWORD_RESET_WAITING,
    /** Says that a two-factor secret takes an administrator's word. */
    SECRET_HELD,
    /** Tells an administrator that somebody waits for that; the reference is the id of who waits. */
    SECRET_WAITING,
    /** Notice: a password was chosen through a link. */
    PASSWORD_RESET_DONE,
    /** Notice: a password was changed by somebody signed in. */
    PASSWORD_CHANGED
}
