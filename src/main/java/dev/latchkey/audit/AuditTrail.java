package dev.latchkey.audit;

import dev.latchkey.common.client.Client;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appends to the audit trail, in the transaction of the action itself: no action without its entry, no entry without its action. */
@Service
public class AuditTrail {

    private static final int SUBJECT_LENGTH = 254;
    private static final int DETAIL_LENGTH = 500;

    private static final Pattern LINE_BREAKS_AND_THE_LIKE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private final AuditEntryRepository entries;
    private final Actors actors;
    private final Clock clock;

    AuditTrail(AuditEntryRepository entries, Actors actors, Clock clock) {
        this.entries = entries;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Appends an entry about a user.
     *
     * @param actorId who did it; null for the system and for somebody who is not logged in
     * @param subjectId the user concerned; null if there is none
     * @param subject the same as text that stays readable after the user is removed, such as an email address; never a secret or a
     *     code
     */
    @Transactional
    public void record(AuditAction action, @Nullable Long actorId, @Nullable Long subjectId, String subject) {
        record(action, actorId, subjectId, subject, "");
    }

    /**
     * Appends an entry about a user, with a detail.
     *
     * @param detail more information, such as a number, cut after 500 characters; never a secret or a code
     */
    @Transactional
    public void record(
            AuditAction action, @Nullable Long actorId, @Nullable Long subjectId, String subject, String detail) {
        append(true, action, actorId, subjectId, subject, detail, Client.current());
    }

    /**
     * Appends an entry about an attempt by somebody who is not logged in, or does the same work without an entry, so that timing
     * does not reveal which.
     *
     * @param due whether to append an entry
     */
    @Transactional
    public void recordIf(boolean due, AuditAction action, @Nullable Long subjectId, String subject) {
        append(due, action, null, subjectId, subject, "", Client.current());
    }

    /**
     * Appends an entry about what somebody, logged in or not, asked for in a request that has ended.
     *
     * @param clientAddress the address that the request came from
     */
    @Transactional
    public void recordLater(AuditAction action, long subjectId, String subject, String clientAddress) {
        append(true, action, null, subjectId, subject, "", Client.of(clientAddress, "", ""));
    }

    private void append(
            boolean due,
            AuditAction action,
            @Nullable Long actorId,
            @Nullable Long subjectId,
            String subject,
            String detail,
            Client client) {
        entries.append(
                due,
                clock.instant(),
                action,
                actorId,
                actorId == null ? "" : actors.emailOf(actorId),
                subjectId,
                onOneLine(subject, SUBJECT_LENGTH),
                onOneLine(detail, DETAIL_LENGTH),
                client.address(),
                client.device().text());
    }

    /** Prevents a chosen name from looking like two entries when the trail is read. */
    private static String onOneLine(String text, int longest) {
        var line = LINE_BREAKS_AND_THE_LIKE.matcher(text).replaceAll(" ");
        if (line.length() <= longest) {
            return line;
        }
        // Never inside a character
        return line.substring(0, Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
