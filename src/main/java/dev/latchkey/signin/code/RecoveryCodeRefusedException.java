package dev.latchkey.signin.code;

import org.springframework.security.core.AuthenticationException;

/** A recovery code was refused. */
public final class RecoveryCodeRefusedException extends AuthenticationException {

    private final RecoveryCodeRefusal refusal;

    RecoveryCodeRefusedException(RecoveryCodeRefusal refusal) {
        super("recovery code refused");
        this.refusal = refusal;
    }

    /** Why the code was refused. */
    public RecoveryCodeRefusal refusal() {
        return refusal;
    }
}
