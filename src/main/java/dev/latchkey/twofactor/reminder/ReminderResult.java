package dev.latchkey.twofactor.reminder;

import org.springframework.modulith.NamedInterface;

/** What became of the reminder to one user. */
@NamedInterface("api")
public enum ReminderResult {
    /** The email is on its way. */
    REMINDED,
    /** They have been reminded within {@link Reminders#INTERVAL}. */
    REMINDED_ALREADY,
    /** They have set up two-factor authentication. */
    SET_UP,
    /** They have not signed up, are disabled or were removed. */
    NOT_ACTIVE,
    /** They have a permission that the actor does not have. */
    BEYOND_REACH
}
