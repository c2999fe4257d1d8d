package dev.latchkey.twofactor.code;

import dev.latchkey.common.Sha256;
import dev.latchkey.user.lockout.PasswordAttempts;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts wrong codes in a row that are typed in a session that is open, there and nowhere else: a thief of it, who knows no password,
 * keeps the owner from no sign-in. The waits are those of passwords.
 */
@Component
public class SessionCodeAttempts {

    // None in a command, which no session asks
    private final Optional<OpenSession> session;
    private final PasswordAttempts attempts;

    SessionCodeAttempts(Optional<OpenSession> session, PasswordAttempts attempts) {
        this.session = session;
        this.attempts = attempts;
    }

    /** What that user's codes are counted by in the session that asks; empty at the sign-in. */
    public Optional<byte[]> lane(long userId) {
        return session.flatMap(OpenSession::key).map(key -> Sha256.of("code in session " + key + " " + userId));
    }

    /** Counts an attempt; where none is free, counts nothing and returns how long to wait. */
    public Optional<Duration> take(byte[] lane) {
        return attempts.take(lane);
    }

    /** Whether the next attempt has to wait. */
    public boolean isShut(byte[] lane) {
        return attempts.isShut(lane);
    }

    /** Forgets the wrong codes of that session. */
    public void forget(byte[] lane) {
        attempts.forget(lane);
    }
}
