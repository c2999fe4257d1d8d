package dev.latchkey.twofactor.secret;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Mails that bring a user a secret, or tell them that one awaits them at their next sign-in; the name is the kind. */
public enum SecretMail {
    /** Everybody must have one now; the reference is the version of the enforcement. */
    SECRET_ENFORCED,
    /** An administrator has voided the old one; the reference is the version of the enrolment. */
    SECRET_RESET,
    /** A sign-in needed one and there was none; the reference is the version of the enrolment. */
    SECRET_AT_SIGN_IN,
    /** The user has asked for it again; the reference is the version of the enrolment. */
    SECRET_AGAIN;

    /** All of them, as the outbox knows them. */
    public static List<String> kinds() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    /** Prefix of the mail's texts in the bundle. */
    String messageKey() {
        return "mail." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
