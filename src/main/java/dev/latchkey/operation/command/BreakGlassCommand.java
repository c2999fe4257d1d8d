package dev.latchkey.operation.command;

import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.MailProperties;
import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import dev.latchkey.twofactor.reset.BreakGlass;
import dev.latchkey.twofactor.totp.TerminalQrCode;
import dev.latchkey.user.EmailAddress;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.dao.EmptyResultDataAccessException;

/**
 * {@code --break-glass=EMAIL} lets a user in whom no administrator can help, {@code --break-glass=lift-enforcement} stops requiring
 * a code from everybody. The output is only printed, not logged.
 */
final class BreakGlassCommand {

    private static final String LIFT = "lift-enforcement";

    private final BreakGlass breakGlass;
    private final MessageSource messages;
    private final MailProperties properties;
    private final PrintStream out;
    private final boolean coloured;
    private final Locale locale;

    BreakGlassCommand(
            BreakGlass breakGlass,
            MessageSource messages,
            MailProperties properties,
            PrintStream out,
            boolean coloured,
            Locale locale) {
        this.breakGlass = breakGlass;
        this.messages = messages;
        this.properties = properties;
        this.out = out;
        this.coloured = coloured;
        this.locale = locale;
    }

    /** Runs the command on this process's terminal, without the server; returns the exit code. */
    static int run(String asked, String[] args) {
        // In UTF-8 regardless of the locale, which might turn the QR code into question marks
        var terminal = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return run(asked, terminal, takesColours(System.getenv()), Locale.getDefault(), args);
    }

    static int run(String asked, PrintStream out, boolean coloured, Locale locale, String[] args) {
        try (var application = OfflineApplication.start(args)) {
            return new BreakGlassCommand(
                            application.getBean(BreakGlass.class),
                            application,
                            application.getBean(MailProperties.class),
                            out,
                            coloured,
                            locale)
                    .perform(asked);
        }
    }

    private static boolean takesColours(Map<String, String> environment) {
        return !environment.containsKey("NO_COLOR")
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** Runs the command; returns 0, or 1 if it is refused and nothing has changed. */
    int perform(String asked) {
        try {
            if (LIFT.equals(asked)) {
                breakGlass.liftEnforcement();
                say("break-glass.lifted");
            } else {
                reopen(asked);
            }
            return 0;
        } catch (RefusedException e) {
            say(e.messageKey(), e.arguments());
        } catch (EmptyResultDataAccessException e) {
            say("break-glass.refused.no-account");
        }
        return 1;
    }

    private void reopen(String typed) {
        var email =
                EmailAddress.parse(typed).orElseThrow(() -> new RefusedException("break-glass.refused.unknown", typed));
        var reopened = breakGlass.reopen(email);
        var login = properties.linkTo("/login");
        say("break-glass.reopened", reopened.user().displayName(), email.value());
        reopened.secret()
                .ifPresentOrElse(
                        secret -> show(secret, login, reopened.secretLife().toHours()),
                        () -> say("break-glass.no-code-needed", login));
        say("break-glass.told");
    }

    private void show(ProposedEnrolment secret, String login, long hours) {
        out.println();
        out.println(TerminalQrCode.of(secret.keyUri(), coloured));
        out.println();
        say("break-glass.key", secret.secret().grouped());
        out.println();
        say("break-glass.how", login, hours);
    }

    private void say(String key, Object... arguments) {
        out.println(messages.getMessage(key, arguments, locale));
    }
}
