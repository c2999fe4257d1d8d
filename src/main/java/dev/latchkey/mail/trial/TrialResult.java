package dev.latchkey.mail.trial;

import dev.latchkey.mail.fault.MailFault;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What came of a test mail.
 *
 * @param fault why the mail server did not take it; null if it did
 * @param cause the root cause in one line, in English or the server's words; empty if it was taken
 * @param encrypted whether the connection was, when it was last open
 * @param conversation line by line, without the login and the text of the mail
 */
@NamedInterface("api")
public record TrialResult(@Nullable MailFault fault, String cause, boolean encrypted, List<String> conversation) {}
