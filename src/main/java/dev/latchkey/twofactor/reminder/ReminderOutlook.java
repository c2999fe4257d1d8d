package dev.latchkey.twofactor.reminder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Whom a reminder would reach now.
 *
 * @param due how many it would be sent to
 * @param remindedAlready how many others have not set up either, and have been reminded within {@link Reminders#INTERVAL}
 * @param lastRemindedAt when anybody was reminded last; null if nobody ever was
 */
@NamedInterface("api")
public record ReminderOutlook(
        int due, int remindedAlready, @Nullable Instant lastRemindedAt) {}
