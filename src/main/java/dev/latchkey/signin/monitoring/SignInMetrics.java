package dev.latchkey.signin.monitoring;

import dev.latchkey.signin.completion.SignInCompleted;
import dev.latchkey.signin.password.PasswordClaimDetails;
import dev.latchkey.signin.password.PasswordRefusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Counts complete logins, and passwords by what became of them; each count begins at zero, so that the first is seen. */
@Component
class SignInMetrics {

    private static final String ACCEPTED = "accepted";
    private static final String FAULT = "fault";

    private final MeterRegistry registry;

    SignInMetrics(MeterRegistry registry) {
        this.registry = registry;
        Stream.of(true, false).forEach(this::logins);
        var refusals = Stream.of(PasswordRefusal.Reason.values()).map(SignInMetrics::nameOf);
        var results = Stream.concat(Stream.of(ACCEPTED, FAULT), refusals).toList();
        List.of(true, false).forEach(inSession -> results.forEach(result -> passwords(inSession, result)));
    }

    @EventListener
    void on(SignInCompleted completed) {
        logins(completed.withSecondFactor()).increment();
    }

    @EventListener
    void on(AuthenticationSuccessEvent event) {
        count(event.getAuthentication(), ACCEPTED);
    }

    @EventListener
    void on(AbstractAuthenticationFailureEvent event) {
        count(event.getAuthentication(), resultOf(event.getException()));
    }

    /** Codes are counted where they are checked, because not only sign-ins ask for them. */
    private void count(Authentication authentication, String result) {
        if (authentication instanceof UsernamePasswordAuthenticationToken) {
            var inSession =
                    authentication.getDetails() instanceof PasswordClaimDetails details && details.isInSession();
            passwords(inSession, result).increment();
        }
    }

    private static String resultOf(AuthenticationException failure) {
        return failure instanceof AuthenticationServiceException
                ? FAULT
                : nameOf(PasswordRefusal.of(failure).reason());
    }

    private static String nameOf(PasswordRefusal.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private Counter logins(boolean withSecondFactor) {
        return Counter.builder("latchkey.logins")
                .description("Complete logins")
                .tag("second_factor", String.valueOf(withSecondFactor))
                .register(registry);
    }

    private Counter passwords(boolean inSession, String result) {
        return Counter.builder("latchkey.passwords")
                .description("Passwords checked at logins, and to confirm an identity in an open session")
                .tag("at", inSession ? "session" : "login")
                .tag("result", result)
                .register(registry);
    }
}
