package dev.latchkey.twofactor.keyset;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the start is refused, instead of a stack trace. */
class KeysetUnusableFailureAnalyzer extends AbstractFailureAnalyzer<KeysetUnusableException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysetUnusableException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set LATCHKEY_KEYSET_FILE to the keyset that this database was created with, and let the user that runs"
                        + " Latchkey read it. For a new installation,"
                        + " create one with --create-keyset=FILE.",
                cause);
    }
}
