package dev.latchkey.mail;

import java.util.List;
import java.util.Locale;

/**
 * A message as its feature composed it.
 *
 * @param to one address
 * @param locale the reader's language
 */
public record MailContent(String to, Locale locale, String subject, List<MailBlock> blocks) {

    @Override
    public String toString() {
        return "MailContent[…]";
    }
}
