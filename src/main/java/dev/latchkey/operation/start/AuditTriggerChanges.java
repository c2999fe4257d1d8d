package dev.latchkey.operation.start;

import java.util.Set;

/** Which changes of the schema define the triggers of the audit trail as they are now. Liquibase repeats a change that it has no record of. */
final class AuditTriggerChanges {

    /** The triggers of the audit trail. */
    static final Set<String> TRIGGERS = Set.of(
            "audit_entry_recorded_at",
            "audit_entry_no_update",
            "audit_entry_no_delete",
            "audit_seal_no_update",
            "audit_seal_no_delete");

    private AuditTriggerChanges() {}

    /** The id of the change set that defines it. */
    static String changeSetOf(String trigger) {
        var number = switch (trigger) {
            case "audit_entry_recorded_at" -> "0061";
            case "audit_entry_no_update" -> "0013";
            case "audit_entry_no_delete" -> "0104";
            case "audit_seal_no_update" -> "0014";
            case "audit_seal_no_delete" -> "0105";
            default -> throw new IllegalArgumentException(trigger);
        };
        return number + "-" + trigger.replace('_', '-');
    }
}
