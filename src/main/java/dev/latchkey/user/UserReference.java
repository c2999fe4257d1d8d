package dev.latchkey.user;

import dev.latchkey.mail.MailKind;

/** The user that a message is about, who is not always its recipient. */
public record UserReference(long userId) {

    /** A kind of message that is about a user. */
    public static MailKind<UserReference> kind(String name) {
        return new MailKind<>(name, UserReference::new, UserReference::userId);
    }
}
