package dev.latchkey.signin;

/** Why a recovery code was refused. */
public enum RecoveryCodeRefusal {
    /** The text is no recovery code; it was not looked at. */
    MALFORMED,
    /** It is none of the user's, or none any more; which of these is nobody's business. */
    WRONG,
    /** Too many failures from the client's address: the code was not looked at. */
    BUSY
}
