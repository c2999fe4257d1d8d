package dev.latchkey.user.identity;

import dev.latchkey.mail.MailKind;

/** Mails about a change of a user's address; each is about an {@link AddressChange}. */
final class AddressMail {

    /** To the new address: the link that makes the change. */
    static final MailKind<Reference> CONFIRM = kind("ADDRESS_CONFIRM");

    /** To the old address: somebody has asked for the change. */
    static final MailKind<Reference> REQUESTED = kind("ADDRESS_CHANGE_REQUESTED");

    /** To the old address: the change was made. */
    static final MailKind<Reference> CHANGED = kind("ADDRESS_CHANGED");

    private AddressMail() {}

    private static MailKind<Reference> kind(String name) {
        return new MailKind<>(name, Reference::new, Reference::changeId);
    }

    /** The change that a message is about. */
    record Reference(long changeId) {}
}
