package dev.latchkey.twofactor.secret;

import dev.latchkey.mail.MailBlock;
import dev.latchkey.mail.MailContent;
import java.util.ArrayList;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Marks a mail as a sample, in its subject and before everything else. */
@Component
public class SampleMark {

    private final MessageSource messages;

    SampleMark(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The mail, marked.
     *
     * @param key of the sentence that says so
     */
    public MailContent on(MailContent sample, String key) {
        var blocks = new ArrayList<>(sample.blocks());
        blocks.addFirst(new MailBlock.Paragraph(messages.getMessage(key, null, sample.locale())));
        var subject =
                messages.getMessage("mail.secret-sample.subject", new Object[] {sample.subject()}, sample.locale());
        return new MailContent(sample.to(), sample.times(), subject, blocks);
    }
}
