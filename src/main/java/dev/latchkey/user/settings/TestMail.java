package dev.latchkey.user.settings;

import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailDrafts;
import dev.latchkey.mail.MailProperties;
import dev.latchkey.mail.trial.MailTrial;
import dev.latchkey.mail.trial.TrialResult;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedActor;
import dev.latchkey.user.access.PermittedTo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** Sends administrators a mail to see whether mail leaves, and if not, why. */
@Service
@NamedInterface("api")
public class TestMail {

    /** The time between two of one administrator. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final MailTrial trial;
    private final MailDrafts drafts;
    private final MailProperties properties;
    private final UserService users;
    private final AccountService accounts;
    private final AuditTrail auditTrail;
    private final Clock clock;
    private final Map<Long, Instant> lastOf = new ConcurrentHashMap<>();

    TestMail(
            MailTrial trial,
            MailDrafts drafts,
            MailProperties properties,
            UserService users,
            AccountService accounts,
            AuditTrail auditTrail,
            Clock clock) {
        this.trial = trial;
        this.drafts = drafts;
        this.properties = properties;
        this.users = users;
        this.accounts = accounts;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** The mail server's protocol, host and port. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public String server() {
        return trial.server();
    }

    /** The sender of all mail. */
    @PermittedTo(Permission.MANAGE_ACCOUNT)
    public String sender() {
        return properties.mail().from();
    }

    /**
     * Sends one to the administrator's own address, and returns at once; no transaction is open meanwhile.
     *
     * @return completes within about three minutes, never with an exception
     * @throws RefusedException if another is on its way, or has just left
     */
    @PermittedActor(Permission.MANAGE_ACCOUNT)
    public CompletableFuture<TrialResult> send(long actorId) {
        var now = clock.instant();
        var last = lastOf.get(actorId);
        if (last != null && !now.isBefore(last) && now.isBefore(last.plus(PAUSE)) || !trial.begin()) {
            throw new RefusedException("test-mail.refused");
        }
        try {
            var content = contentFor(users.find(actorId).orElseThrow());
            auditTrail.record(AuditAction.TEST_MAIL_REQUESTED, actorId, null, "", trial.server());
            lastOf.put(actorId, now);
            return trial.send(content);
        } catch (RuntimeException e) {
            trial.cancel();
            throw e;
        }
    }

    private MailContent contentFor(User recipient) {
        return drafts.greeting(recipient)
                .paragraph("mail.test.text", recipient.named(), trial.server())
                .under("mail.test.subject", accounts.current().companyName());
    }
}
