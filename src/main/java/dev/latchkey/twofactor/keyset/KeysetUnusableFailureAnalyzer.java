package dev.latchkey.twofactor.keyset;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the start is refused, in place of a stack trace. */
class KeysetUnusableFailureAnalyzer extends AbstractFailureAnalyzer<KeysetUnusableException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysetUnusableException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Let LATCHKEY_KEYSET_FILE name the keyset that this database was made with; a new installation makes one"
                        + " with --create-keyset=FILE.",
                cause);
    }
}
