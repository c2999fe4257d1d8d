package dev.latchkey.signin.code;

import dev.latchkey.twofactor.CodeResult;
import org.springframework.security.core.AuthenticationException;

/** The code step failed; the result says what the person can do about it. */
public final class CodeRefusedException extends AuthenticationException {

    private final transient CodeResult result;

    CodeRefusedException(CodeResult result) {
        super("code refused");
        this.result = result;
    }

    /** Why the code was refused; never {@link CodeResult.Accepted}. */
    public CodeResult result() {
        return result;
    }
}
