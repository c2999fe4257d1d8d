package dev.latchkey.ui.audittrail;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.user.access.Permission;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Translates an entry of the audit trail for its reader; the stored values are constants. */
public final class AuditMessages {

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry(Permission.MANAGE_ACCOUNT.name(), "permission.manage-account"),
            Map.entry(Permission.MANAGE_USERS_AND_GROUPS.name(), "permission.manage-users-and-groups"),
            Map.entry(Permission.VIEW_AUDIT_TRAIL.name(), "permission.view-audit-trail"),
            Map.entry(SecretDelivery.BY_EMAIL.name(), "settings.secret-delivery.by-email"),
            Map.entry(SecretDelivery.ON_SCREEN.name(), "settings.secret-delivery.on-screen"),
            Map.entry("FACTOR_PASSWORD", "audit.detail.password"),
            Map.entry("FACTOR_TOTP", "audit.detail.code"),
            Map.entry("SECRET_AT_SIGN_IN", "audit.detail.secret-at-sign-in"),
            Map.entry("SECRET_AGAIN", "audit.detail.secret-again"),
            Map.entry("SECRET_ENFORCED", "audit.detail.secret-enforced"));

    private final Translation translation;

    /** Translates by that. */
    public AuditMessages(Translation translation) {
        this.translation = translation;
    }

    /** What happened. */
    public String action(AuditEntry entry) {
        return translation.say(entry.action().messageKey());
    }

    /** The detail; user-chosen names are not translated, even if they look like a constant. */
    public String detail(AuditEntry entry) {
        return switch (entry.action()) {
            case SIGNED_IN,
                    STEPPED_UP,
                    SECRET_EMAILED,
                    SECRET_DELIVERY_CHANGED,
                    TWO_FACTOR_RESET,
                    GROUP_CREATED,
                    GROUP_CHANGED ->
                Arrays.stream(entry.detail().split(", ")).map(this::constant).collect(Collectors.joining(", "));
            case ENFORCEMENT_TURNED_ON, ENFORCEMENT_BEGUN, EMAIL_RETRIED, REMINDERS_EMAILED ->
                number("audit.detail.emails", entry.detail());
            case PASSWORDS_REFUSED -> number("audit.detail.more", entry.detail());
            default -> entry.detail();
        };
    }

    private String number(String key, String detail) {
        return detail.matches("[0-9]{1,9}") ? translation.say(key, Integer.valueOf(detail)) : detail;
    }

    private String constant(String name) {
        var key = KEYS.get(name);
        return key == null ? name : translation.say(key);
    }

    /** Finds a text of the bundle in the reader's language. */
    @FunctionalInterface
    public interface Translation {

        /** The text of that key with those arguments. */
        String say(String key, Object... arguments);
    }
}
