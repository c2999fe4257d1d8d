package dev.latchkey.ui.user;

/** The keys of what the kinds of mails are called. */
final class MailNames {

    /** For kinds of another version. */
    static final String UNKNOWN = "user.mail.notice";

    private MailNames() {}

    /** That of a kind, by its name. */
    static String key(String kind) {
        return switch (kind) {
            case "INVITATION" -> "user.mail.invitation";
            case "SECRET_ENFORCED", "SECRET_RESET", "SECRET_AT_SIGN_IN", "SECRET_AGAIN" -> "user.mail.secret";
            case "ENFORCEMENT_PLANNED" -> "user.mail.planned";
            case "SET_UP_REMINDER" -> "user.mail.reminder";
            case "SECRET_SAMPLE", "PLAN_SAMPLE" -> "user.mail.sample";
            case "PASSWORD_RESET" -> "user.mail.password-reset";
            case "UNLOCK_LINK" -> "user.mail.unlock";
            case "ADDRESS_CONFIRM" -> "user.mail.address-confirm";
            default -> ofNotice(kind);
        };
    }

    private static String ofNotice(String kind) {
        return switch (kind) {
            case "ADDRESS_CHANGE_REQUESTED" -> "user.mail.address-requested";
            case "ADDRESS_CHANGED" -> "user.mail.address-changed";
            case "ADDRESS_PROBLEMS" -> "user.mail.address-problems";
            case "PASSWORD_GUESSED" -> "user.mail.password-guessed";
            case "PASSWORD_RESET_HELD" -> "user.mail.password-reset-held";
            case "PASSWORD_RESET_WAITING" -> "user.mail.password-reset-waiting";
            case "PASSWORD_RESET_DONE", "PASSWORD_CHANGED" -> "user.mail.password-changed";
            case "SECRET_HELD" -> "user.mail.secret-held";
            case "SECRET_WAITING" -> "user.mail.secret-waiting";
            default -> ofSecondFactor(kind);
        };
    }

    private static String ofSecondFactor(String kind) {
        return switch (kind) {
            case "TWO_FACTOR_TURNED_ON" -> "user.mail.turned-on";
            case "TWO_FACTOR_TURNED_OFF" -> "user.mail.turned-off";
            case "TWO_FACTOR_RESET" -> "user.mail.reset";
            case "APP_REPLACED" -> "user.mail.app-replaced";
            case "RECOVERY_CODE_USED" -> "user.mail.recovery-code-used";
            case "RECOVERY_CODES_MADE" -> "user.mail.recovery-codes-made";
            case "WRONG_CODES", "WRONG_CODES_IN_SESSION" -> "user.mail.wrong-codes";
            case "SIGN_IN_LOCKED" -> "user.mail.locked";
            case "LAST_ADMINISTRATOR_GUESSED" -> "user.mail.codes-guessed";
            case "BREAK_GLASS_REOPENED" -> "user.mail.break-glass";
            case "BREAK_GLASS_LIFTED" -> "user.mail.enforcement-lifted";
            case "BACKUP_RESTORED" -> "user.mail.backup-restored";
            default -> UNKNOWN;
        };
    }
}
