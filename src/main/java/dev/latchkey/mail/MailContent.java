package dev.latchkey.mail;

import dev.latchkey.common.text.Isolation;
import dev.latchkey.common.text.ReaderTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message as its feature composed it.
 *
 * @param to one address
 * @param times how its reader writes times
 */
public record MailContent(String to, ReaderTime times, String subject, List<MailBlock> blocks) {

    // The greeting, and what has happened
    private static final int OPENING = 2;

    /** Removes direction controls from the subject, because mail clients show them in lists. */
    public MailContent {
        subject = Isolation.undone(subject);
    }

    /** The reader's language and region. */
    public Locale locale() {
        return times.locale();
    }

    /** A copy with another paragraph, after the one that says what has happened. */
    public MailContent with(String paragraph) {
        var more = new ArrayList<>(blocks);
        more.add(Math.min(OPENING, more.size()), new MailBlock.Paragraph(paragraph));
        return new MailContent(to, times, subject, more);
    }

    @Override
    public String toString() {
        return "MailContent[…]";
    }
}
