package dev.latchkey.signin;

import org.springframework.security.core.AuthenticationException;

/** A recovery code was refused. */
final class RecoveryCodeRefusedException extends AuthenticationException {

    private final RecoveryCodeRefusal refusal;

    RecoveryCodeRefusedException(RecoveryCodeRefusal refusal) {
        super("recovery code refused");
        this.refusal = refusal;
    }

    RecoveryCodeRefusal refusal() {
        return refusal;
    }
}
