package dev.latchkey.mail.fault;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The reply with which a mail server refused something.
 *
 * @param code the reply code (RFC 5321, 4.2)
 * @param to the command that it answers
 * @param words the whole reply, with its code
 */
public record SmtpReply(int code, Command to, String words) {

    private static final int PERMANENT = 500;

    private static final Pattern REPLY = Pattern.compile("(?s)(?:.*, response: )?(([2-5]\\d\\d)[ -].*)");

    // RFC 3463, 3.2 and 3.3: there is no such mailbox or domain, or it is closed
    private static final Pattern NO_MAILBOX = Pattern.compile("(?s)\\d{3}[ -]5\\.(1\\.([012346]|10)|2\\.[01])\\b.*");
    private static final Pattern ENHANCED = Pattern.compile("(?s)\\d{3}[ -]\\d\\.\\d{1,3}\\.\\d{1,3}\\b.*");
    private static final Set<Integer> ABOUT_A_MAILBOX = Set.of(550, 551, 553);

    // Of servers that say everything at RCPT, and give no enhanced code
    private static final Pattern ABOUT_US = Pattern.compile(
            "(?is).*(relay|sender|\\bhelo\\b|\\behlo\\b|auth|denied|not permitted|policy|block|black|spam|"
                    + "reputation|client|your (host|ip|server)).*");
    private static final Pattern ABOUT_THE_SENDER =
            Pattern.compile("(?is)\\d{3}[ -][45]\\.1\\.[78]\\b.*|.*(\\bsender\\b|mail from).*");
    private static final Pattern ABOUT_RELAYING =
            Pattern.compile("(?is)\\d{3}[ -]5\\.7\\.\\d+\\b.*|.*(relay|access denied).*");

    /** What the server answered. */
    public enum Command {
        /** The connection itself, or another command. */
        OTHER,
        SENDER,
        RECIPIENT,
        CONTENT
    }

    /** The first refusal of a recipient, or else the innermost reply, in the chain that Jakarta Mail wraps it in. */
    public static Optional<SmtpReply> in(Throwable failure) {
        @Nullable SmtpReply found = null;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var words = cause.getMessage() == null ? "" : cause.getMessage().strip();
            if (cause instanceof SMTPAddressFailedException refused) {
                return Optional.of(new SmtpReply(refused.getReturnCode(), Command.RECIPIENT, words));
            }
            var reply = REPLY.matcher(words);
            if (reply.matches()) {
                var command = found == null || found.to == Command.OTHER ? commandOf(cause) : found.to;
                found = new SmtpReply(Integer.parseInt(reply.group(2)), command, reply.group(1));
            }
        }
        return Optional.ofNullable(found);
    }

    private static Command commandOf(Throwable cause) {
        if (!(cause instanceof SMTPSendFailedException failed)) {
            return Command.OTHER;
        }
        return failed.getCommand().startsWith("MAIL") ? Command.SENDER : Command.CONTENT;
    }

    /**
     * Whether there is no such mailbox, so that no later attempt can work. Many servers refuse a wrong sender, login or relay only
     * when they hear the recipient: that can be put right, and is no such refusal.
     */
    public boolean refusesTheMailbox() {
        if (to != Command.RECIPIENT || code < PERMANENT || refusesTheSender()) {
            return false;
        }
        return ENHANCED.matcher(words).matches()
                ? NO_MAILBOX.matcher(words).matches()
                : ABOUT_A_MAILBOX.contains(code) && !ABOUT_US.matcher(words).matches();
    }

    boolean refusesTheSender() {
        return to == Command.SENDER && code >= PERMANENT
                || (to == Command.SENDER || to == Command.RECIPIENT)
                        && ABOUT_THE_SENDER.matcher(words).matches();
    }

    boolean refusesToRelay() {
        return to == Command.RECIPIENT
                && code >= PERMANENT
                && !refusesTheMailbox()
                && (ABOUT_RELAYING.matcher(words).matches()
                        || ABOUT_US.matcher(words).matches());
    }
}
