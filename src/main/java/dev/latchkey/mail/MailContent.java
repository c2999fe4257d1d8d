package dev.latchkey.mail;

import dev.latchkey.common.text.Isolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message as its feature composed it.
 *
 * @param to one address
 * @param locale the reader's language
 */
public record MailContent(String to, Locale locale, String subject, List<MailBlock> blocks) {

    // The greeting, and what has happened
    private static final int OPENING = 2;

    /** Removes direction controls from the subject, because mail clients show them in lists. */
    public MailContent {
        subject = Isolation.undone(subject);
    }

    /** A copy with another paragraph, after the one that says what has happened. */
    public MailContent with(String paragraph) {
        var more = new ArrayList<>(blocks);
        more.add(Math.min(OPENING, more.size()), new MailBlock.Paragraph(paragraph));
        return new MailContent(to, locale, subject, more);
    }

    @Override
    public String toString() {
        return "MailContent[…]";
    }
}
