package dev.latchkey.mail;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Starts messages, which are written in the reader's language from the bundles. */
@Component
public class MailDrafts {

    private final MessageSource messages;
    private final MailProperties properties;

    MailDrafts(MessageSource messages, MailProperties properties) {
        this.messages = messages;
        this.properties = properties;
    }

    /** A message that greets its recipient, in their language. */
    public MailDraft greeting(MailRecipient recipient) {
        return to(recipient.email(), recipient.locale()).paragraph("mail.greeting", recipient.displayName());
    }

    /** An empty message to one address, in that language. */
    public MailDraft to(String address, Locale locale) {
        return new MailDraft(messages, properties, address, locale);
    }
}
