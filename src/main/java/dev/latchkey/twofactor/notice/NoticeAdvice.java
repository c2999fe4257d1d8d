package dev.latchkey.twofactor.notice;

import dev.latchkey.mail.MailDraft;
import dev.latchkey.mail.MailKind;
import dev.latchkey.user.UserReference;
import java.util.Optional;

/**
 * What a notice tells its reader to do, and the page on which they do it.
 *
 * @param byReader whether the reader may have caused it; otherwise the address of whoever did is not theirs to know
 */
record NoticeAdvice(boolean byReader, String key, String linkKey, String path) {

    private static final String BREAK_GLASS = "mail.notice.break-glass.advice";
    /** The advice on an app that an administrator has imported. */
    static final NoticeAdvice ON_IMPORT =
            new NoticeAdvice(false, "mail.notice.by-administrator.advice", "mail.notice.profile", "/profile");

    private static final String LOG_IN = "mail.secret.link";
    private static final String LOGIN_PATH = "/login";
    private static final String NEW_PASSWORD = "mail.notice.password.again";
    private static final String RESET_PATH = "/reset-password";

    /** The advice on a notice to that recipient. */
    static NoticeAdvice on(MailKind<?> notice, long recipientId, Optional<UserReference> about) {
        if (notice.equals(SecurityNotice.TWO_FACTOR_RESET)) {
            return new NoticeAdvice(false, "mail.notice.two-factor-reset.advice", LOG_IN, LOGIN_PATH);
        }
        if (notice.equals(SecurityNotice.BREAK_GLASS_REOPENED)) {
            return about.map(UserReference::userId)
                    .filter(user -> user != recipientId)
                    .map(user -> new NoticeAdvice(
                            false, BREAK_GLASS, "mail.notice.user", "/access-management/users/" + user))
                    .orElseGet(() -> new NoticeAdvice(false, BREAK_GLASS, LOG_IN, LOGIN_PATH));
        }
        if (notice.equals(SecurityNotice.BREAK_GLASS_LIFTED)) {
            return new NoticeAdvice(
                    false, BREAK_GLASS, "mail.notice.settings", "/access-management/authentication-settings");
        }
        if (notice.equals(SecurityNotice.BACKUP_RESTORED)) {
            return new NoticeAdvice(false, BREAK_GLASS, "mail.address-problems.link", "/access-management/users");
        }
        // Somebody whose codes are guessed cannot log in or has lost the password to others: no page behind the login
        if (notice.equals(SecurityNotice.SIGN_IN_LOCKED) || notice.equals(SecurityNotice.WRONG_CODES)) {
            return new NoticeAdvice(true, "mail.notice.password.not-you", NEW_PASSWORD, RESET_PATH);
        }
        // There is no other administrator to tell
        if (notice.equals(SecurityNotice.LAST_ADMINISTRATOR_GUESSED)) {
            return new NoticeAdvice(true, "mail.notice.last-administrator-guessed.advice", NEW_PASSWORD, RESET_PATH);
        }
        return new NoticeAdvice(true, "mail.notice.not-you", "mail.notice.profile", "/profile");
    }

    /** Adds when it happened, what to do, and where. */
    void addTo(MailDraft draft) {
        var dated = byReader ? draft.occasion() : draft.time();
        dated.paragraph(key).link(linkKey, path);
    }
}
