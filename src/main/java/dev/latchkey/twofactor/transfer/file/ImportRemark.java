package dev.latchkey.twofactor.transfer.file;

import java.util.Locale;
import org.springframework.modulith.NamedInterface;

/** What an administrator must know about a row of a file. */
@NamedInterface("api")
public enum ImportRemark {
    NO_ADDRESS(true),
    ADDRESS_REFUSED(true),
    DOMAIN_REFUSED(true),
    DUPLICATE(true),
    SERVICE_ACCOUNT(true),
    UNREADABLE_ROW(true),
    NO_SUCH_USER(true),
    SECRET_EXISTS(true),
    BEYOND_REACH(true),
    DISABLED_WITHOUT_PASSWORD(true),
    NO_SECRET(true),
    NOT_PERMITTED(true),
    HOTP(false),
    SECRET_UNREADABLE(false),
    SECRET_LENGTH(false),
    SECRET_PARAMETERS(false),
    SECOND_DEVICE(false),
    ALGORITHM_ASSUMED(false),
    HASH_REFUSED(false),
    PASSWORD_TEMPORARY(false),
    DISABLED(false),
    NAME_REFUSED(false),
    GROUP_UNKNOWN(false),
    GROUP_BEYOND_REACH(false),
    NEEDS_MANAGE_ACCOUNT(false),
    SECRET_WITHOUT_PASSWORD(false),
    PASSWORD_KEPT(false),
    SECRET_KEPT(false);

    private final boolean refusing;

    ImportRemark(boolean refusing) {
        this.refusing = refusing;
    }

    /** The key of its text in the bundle. */
    public String messageKey() {
        return "import.remark." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the row is not imported at all. */
    public boolean isRefusing() {
        return refusing;
    }
}
