package dev.latchkey.mail.fault;

import dev.latchkey.common.text.ShortText;
import java.util.regex.Pattern;

/** The root cause of a failed attempt in one line, without addresses and paths of links, which mail servers repeat from a mail. */
public final class RootCause {

    private static final int LENGTH = 300;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;]+");
    private static final Pattern LINK = Pattern.compile("(?i)\\b(https?://[^\\s/?#<>\"']+)[/?#][^\\s<>\"']*");

    private RootCause() {}

    /** What the mail server replied; without a reply, the name of the innermost exception and what it says. */
    public static String of(Throwable failure) {
        var root = MailFault.chain(failure).getLast();
        var text = SmtpReply.in(failure)
                .map(SmtpReply::words)
                .orElseGet(() -> root.getClass().getSimpleName() + ": " + MailFault.textOf(root));
        return withoutContent(text);
    }

    /** The text in one line and cut, with a dot for each address and each path of a link. */
    static String withoutContent(String text) {
        var line = text.replaceAll("[\\p{C}\\s]+", " ").strip();
        var masked = LINK.matcher(ADDRESS.matcher(line).replaceAll("…")).replaceAll("$1/…");
        return ShortText.cut(masked, LENGTH);
    }
}
