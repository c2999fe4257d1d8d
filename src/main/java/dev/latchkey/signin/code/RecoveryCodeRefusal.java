package dev.latchkey.signin.code;

import dev.latchkey.common.text.Sentence;

/** Why a recovery code was refused. */
public enum RecoveryCodeRefusal {
    /** The text is not a recovery code; it was not checked. */
    MALFORMED("recovery-code.malformed"),
    /** It is not, or no longer, one of the user's; which of these is not revealed. */
    WRONG("recovery-code.wrong"),
    /** Too many failures from the client's address: the code was not checked. */
    NETWORK_WAITS("login.network-waits");

    private final String messageKey;

    RecoveryCodeRefusal(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The message for the user. */
    public Sentence sentence() {
        return Sentence.of(messageKey);
    }
}
