package dev.latchkey.signin.code;

import dev.latchkey.common.text.Sentence;

/** Why a recovery code was refused. */
public enum RecoveryCodeRefusal {
    /** The text is no recovery code; it was not looked at. */
    MALFORMED("recovery-code.malformed"),
    /** It is none of the user's, or none any more; which of these is nobody's business. */
    WRONG("recovery-code.wrong"),
    /** Too many failures from the client's address: the code was not looked at. */
    NETWORK_WAITS("login.network-waits");

    private final String messageKey;

    RecoveryCodeRefusal(String messageKey) {
        this.messageKey = messageKey;
    }

    /** What to tell the person. */
    public Sentence sentence() {
        return Sentence.of(messageKey);
    }
}
