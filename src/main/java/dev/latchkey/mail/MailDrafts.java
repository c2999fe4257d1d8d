package dev.latchkey.mail;

import dev.latchkey.common.text.ReaderTime;
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
        return to(recipient.email(), recipient).paragraph("mail.greeting", recipient.displayName());
    }

    /** An empty message to one address, for that reader. */
    public MailDraft to(String address, MailRecipient reader) {
        var times = new ReaderTime(reader.locale(), reader.zone().orElse(ReaderTime.UTC));
        return new MailDraft(messages, properties, address, times);
    }
}
