package dev.latchkey.twofactor.keyset;

/** A stored secret fails its authentication; the user cannot give a code until an administrator resets them. */
public final class SecretUnreadableException extends RuntimeException {

    SecretUnreadableException(long userId) {
        super("the secret of user " + userId + " cannot be decrypted");
    }
}
