package dev.latchkey.signin;

import dev.latchkey.twofactor.CodeResult;
import org.springframework.security.core.AuthenticationException;

/** The code step failed; the result says what the person can do about it. */
final class CodeRefusedException extends AuthenticationException {

    private final transient CodeResult result;

    CodeRefusedException(CodeResult result) {
        super("code refused");
        this.result = result;
    }

    CodeResult result() {
        return result;
    }
}
