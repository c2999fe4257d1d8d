package dev.latchkey.twofactor.transfer.file;

import org.springframework.modulith.NamedInterface;

/** What an administrator must know about a row of a file. */
@NamedInterface("api")
public enum ImportRemark {
    NO_ADDRESS("import.remark.no-address", true),
    ADDRESS_REFUSED("import.remark.address-refused", true),
    DOMAIN_REFUSED("import.remark.domain-refused", true),
    ADDRESS_KEPT("import.remark.address-kept", true),
    DUPLICATE("import.remark.duplicate", true),
    SERVICE_ACCOUNT("import.remark.service-account", true),
    UNREADABLE_ROW("import.remark.unreadable-row", true),
    NO_SUCH_USER("import.remark.no-such-user", true),
    BEYOND_REACH("import.remark.beyond-reach", true),
    DISABLED_WITHOUT_PASSWORD("import.remark.disabled-without-password", true),
    NO_SECRET("import.remark.no-secret", true),
    NOT_PERMITTED("import.remark.not-permitted", true),
    ADDRESS_FROM_YOU("import.remark.address-from-you", true),
    LAST_ADMINISTRATOR("import.remark.last-administrator", true),
    TOO_MANY_INVITATIONS("import.remark.too-many-invitations", true),
    SESSIONS_ENDED("import.remark.sessions-ended", true),
    HOTP("import.remark.hotp", false),
    SECRET_UNREADABLE("import.remark.secret-unreadable", false),
    SECRET_LENGTH("import.remark.secret-length", false),
    SECRET_PARAMETERS("import.remark.secret-parameters", false),
    FACTOR_REFUSED("import.remark.factor-refused", false),
    SECOND_DEVICE("import.remark.second-device", false),
    ALGORITHM_ASSUMED("import.remark.algorithm-assumed", false),
    HASH_REFUSED("import.remark.hash-refused", false),
    PASSWORD_TEMPORARY("import.remark.password-temporary", false),
    DISABLED("import.remark.disabled", false),
    NAME_REFUSED("import.remark.name-refused", false),
    GROUP_UNKNOWN("import.remark.group-unknown", false),
    GROUP_BEYOND_REACH("import.remark.group-beyond-reach", false),
    NEEDS_MANAGE_ACCOUNT("import.remark.needs-manage-account", false),
    SECRET_WITHOUT_PASSWORD("import.remark.secret-without-password", false),
    PASSWORD_KEPT("import.remark.password-kept", false),
    SECRET_KEPT("import.remark.secret-kept", false);

    private final String messageKey;
    private final boolean refusing;

    ImportRemark(String messageKey, boolean refusing) {
        this.messageKey = messageKey;
        this.refusing = refusing;
    }

    /** Whether the user had an app or another second factor there that is not imported, so that they set up an app here. */
    public boolean isAboutLostApp() {
        return switch (this) {
            case HOTP, SECRET_UNREADABLE, SECRET_LENGTH, SECRET_PARAMETERS, FACTOR_REFUSED, SECRET_WITHOUT_PASSWORD ->
                true;
            default -> false;
        };
    }

    /** The key of its text in the bundle. */
    public String messageKey() {
        return messageKey;
    }

    /** Whether the row is not imported at all. */
    public boolean isRefusing() {
        return refusing;
    }
}
