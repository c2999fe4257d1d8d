package dev.latchkey.twofactor.directory;

import dev.latchkey.mail.delivery.Deliveries;
import dev.latchkey.mail.delivery.RecordedMail;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds everything about one user, for administrators. */
@Service
@NamedInterface("api")
public class MemberRecords {

    /** How many mails are listed. */
    public static final int MAILS = 20;

    private final MemberDetailsRepository details;
    private final Deliveries deliveries;
    private final Clock clock;

    MemberRecords(MemberDetailsRepository details, Deliveries deliveries, Clock clock) {
        this.details = details;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** The details of the user; empty if they are gone. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public Optional<MemberDetails> detailsOf(long userId) {
        return details.find(userId, clock.instant());
    }

    /** The latest {@value #MAILS} mails to the user, newest first, as long as the outbox keeps them. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<RecordedMail> mailsTo(long userId) {
        return deliveries.recordOf(userId, MAILS);
    }
}
