package dev.latchkey.twofactor.secret;

import dev.latchkey.mail.MailKind;
import java.util.List;

/** Mails that bring a user a secret, or tell them that they will see one at their next sign-in. */
public final class SecretMail {

    /** Everybody must have one now. */
    public static final MailKind<EnforcementVersion> SECRET_ENFORCED =
            new MailKind<>("SECRET_ENFORCED", EnforcementVersion::new, EnforcementVersion::version);

    /** An administrator has voided the old one. */
    public static final MailKind<SecretVersion> SECRET_RESET = ofSecret("SECRET_RESET");

    /** A sign-in needed one and there was none. */
    public static final MailKind<SecretVersion> SECRET_AT_SIGN_IN = ofSecret("SECRET_AT_SIGN_IN");

    /** The user has asked for it again. */
    public static final MailKind<SecretVersion> SECRET_AGAIN = ofSecret("SECRET_AGAIN");

    /** All of them. */
    public static final List<MailKind<?>> KINDS =
            List.of(SECRET_ENFORCED, SECRET_RESET, SECRET_AT_SIGN_IN, SECRET_AGAIN);

    private SecretMail() {}

    private static MailKind<SecretVersion> ofSecret(String name) {
        return new MailKind<>(name, SecretVersion::new, SecretVersion::version);
    }
}
