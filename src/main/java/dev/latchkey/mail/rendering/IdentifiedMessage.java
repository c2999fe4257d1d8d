package dev.latchkey.mail.rendering;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A message whose Message-ID is of the sender's domain, instead of the name that this machine has for itself. */
final class IdentifiedMessage extends MimeMessage {

    private final MessageIds ids;

    IdentifiedMessage(Session session, MessageIds ids) {
        super(session);
        this.ids = ids;
    }

    /** With each attempt another one: what is composed again, such as a link, must not be taken for what came before. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + ids.next() + ">");
    }
}
