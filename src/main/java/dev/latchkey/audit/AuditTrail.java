package dev.latchkey.audit;

import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Appends to the audit trail, in the transaction of the action itself: no action without its line, no line without its action. */
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
     * @param actorId who did it; null for the system and for a stranger
     * @param subjectId whom it concerns; null where that is nobody in particular
     * @param subject the same in words that outlive the user, such as an email address; never a secret or a code
     */
    @Transactional
    public void record(AuditAction action, @Nullable Long actorId, @Nullable Long subjectId, String subject) {
        record(action, actorId, subjectId, subject, "");
    }

    /**
     * Appends an entry about a user, with a detail.
     *
     * @param detail what tells more, such as a number, cut after 500 characters; never a secret or a code
     */
    @Transactional
    public void record(
            AuditAction action, @Nullable Long actorId, @Nullable Long subjectId, String subject, String detail) {
        append(true, action, actorId, subjectId, subject, detail, clientAddress());
    }

    /**
     * Appends an entry about what a stranger has tried, or does the same work without, so that time does not tell which.
     *
     * @param due whether there is to be an entry
     */
    @Transactional
    public void recordIf(boolean due, AuditAction action, @Nullable Long subjectId, String subject) {
        append(due, action, null, subjectId, subject, "", clientAddress());
    }

    /**
     * Appends an entry about what a user, or a stranger, has asked for in a request that is over by now.
     *
     * @param clientAddress where that request came from
     */
    @Transactional
    public void recordLater(AuditAction action, long subjectId, String subject, String clientAddress) {
        append(true, action, null, subjectId, subject, "", clientAddress);
    }

    private void append(
            boolean due,
            AuditAction action,
            @Nullable Long actorId,
            @Nullable Long subjectId,
            String subject,
            String detail,
            String address) {
        entries.append(
                due,
                clock.instant(),
                action,
                actorId,
                actorId == null ? "" : actors.emailOf(actorId),
                subjectId,
                onOneLine(subject, SUBJECT_LENGTH),
                onOneLine(detail, DETAIL_LENGTH),
                address);
    }

    /** So that no name that somebody has chosen looks like two lines wherever the trail is read. */
    private static String onOneLine(String text, int longest) {
        var line = LINE_BREAKS_AND_THE_LIKE.matcher(text).replaceAll(" ");
        if (line.length() <= longest) {
            return line;
        }
        // Never within a character
        return line.substring(0, Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private static String clientAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
    }
}
