package dev.latchkey.twofactor.transfer.run;

import dev.latchkey.twofactor.enrolment.store.Enrolment;
import dev.latchkey.twofactor.transfer.ImportStatus;
import dev.latchkey.twofactor.transfer.RowStatus;
import dev.latchkey.twofactor.transfer.StagedRow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Shares the work of imports among the nodes: each row is taken by one transaction. */
interface ImportWorkRepository extends Repository<Enrolment, Long> {

    /** As long as whoever asked for it can log in, and their sessions have not been ended since. */
    String IN_FORCE = """
            EXISTS (SELECT 1 FROM users u
                    WHERE u.id = r.actor_id AND u.status = 'ACTIVE' AND u.session_epoch = r.session_epoch)
            """;

    @Query("SELECT id FROM import_run WHERE status = :status ORDER BY id")
    List<Long> runs(ImportStatus status);

    /** In whose name; empty if it is void, or no longer has that status, which nobody can change until this transaction ends. */
    @Query("""
            SELECT r.actor_id, r.client_address, r.client_browser, r.client_system
            FROM import_run r
            WHERE r.id = :run AND r.status = :status AND\s""" + IN_FORCE + "LOCK IN SHARE MODE")
    Optional<ImportActor> hold(long run, ImportStatus status);

    /** Gives up the rows of void imports; what they held is gone. What has been imported can be undone. */
    @Modifying
    @Query("""
            UPDATE import_row w JOIN import_run r ON r.id = w.run_id
            SET w.status = 'FAILED', w.payload = NULL, w.remarks = 'SESSIONS_ENDED'
            WHERE r.status = 'RUNNING' AND w.status = 'PLANNED' AND w.fate <> 'REFUSED' AND NOT\s""" + IN_FORCE)
    void giveUpRows();

    /** Ends void imports whose invitations are leaving, or that are being undone. */
    @Modifying
    @Query("UPDATE import_run r SET r.status = 'DONE' WHERE r.status IN ('INVITING', 'UNDOING') AND NOT " + IN_FORCE)
    void endVoid();

    /** The next row that no other transaction has taken. */
    @Query("""
            SELECT run_id, position, :actor AS actor_id, email, name, fate, payload, user_id, secret_version,
                   personal_switch
            FROM import_row
            WHERE run_id = :run AND status = :status AND fate <> 'REFUSED'
            ORDER BY position LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
    Optional<StagedRow> take(long run, long actor, RowStatus status);

    /** Ends a row; what it held is gone. */
    @Modifying
    @Query("""
            UPDATE import_row
            SET status = :status, payload = NULL, user_id = :user, secret_version = :secretVersion,
                personal_switch = :personalSwitch
            WHERE run_id = :run AND position = :position
            """)
    void end(
            long run,
            int position,
            RowStatus status,
            @Nullable Long user,
            @Nullable Long secretVersion,
            boolean personalSwitch);

    /** Says that the app of a row could not be imported, and why. */
    @Modifying
    @Query("""
            UPDATE import_row SET app = FALSE, remarks = CONCAT_WS(',', NULLIF(remarks, ''), :remark)
            WHERE run_id = :run AND position = :position
            """)
    void leaveAppOut(long run, int position, String remark);

    /** Says that a row could not be imported, and why. */
    @Modifying
    @Query("""
            UPDATE import_row SET status = 'FAILED', payload = NULL, remarks = :remark
            WHERE run_id = :run AND position = :position AND status = 'PLANNED'
            """)
    void fail(long run, int position, String remark);

    /** Goes on to the next status, if no row has that status any more. */
    @Modifying
    @Query("""
            UPDATE import_run r SET r.status = :to, r.invitations_at = COALESCE(r.invitations_at, :invitationsAt)
            WHERE r.id = :run AND r.status = :from
              AND NOT EXISTS (SELECT 1 FROM import_row w
                              WHERE w.run_id = r.id AND w.status = :left AND w.fate <> 'REFUSED'
                                AND (:fate IS NULL OR w.fate = :fate))
            """)
    boolean advance(
            long run,
            ImportStatus from,
            ImportStatus to,
            RowStatus left,
            @Nullable String fate,
            @Nullable Instant invitationsAt);

    /** Ends the time in which imports can be undone. */
    @Modifying
    @Query("UPDATE import_run SET status = 'INVITING' WHERE status = 'WAITING' AND invitations_at <= :now")
    void beginInviting(Instant now);

    /** Some of those whose invitation has not been sent, by nobody else. */
    @Query("""
            SELECT user_id FROM import_row
            WHERE run_id = :run AND status = 'DONE' AND fate = 'INVITED'
            ORDER BY position LIMIT 500 FOR UPDATE SKIP LOCKED
            """)
    List<Long> takeToInvite(long run);

    @Query("SELECT id FROM users WHERE id IN (:users) AND status = 'INVITED'")
    List<Long> stillInvited(Collection<Long> users);

    @Modifying
    @Query("UPDATE import_row SET status = 'SENT' WHERE run_id = :run AND user_id IN (:users) AND fate = 'INVITED'")
    void markSent(long run, Collection<Long> users);

    /** Remembers that the import has put somebody into a group. */
    @Modifying
    @Query("INSERT IGNORE INTO import_membership (run_id, user_id, user_group) VALUES (:run, :user, :group)")
    void rememberMembership(long run, long user, long group);

    @Query("SELECT user_group FROM import_membership WHERE run_id = :run AND user_id = :user")
    List<Long> memberships(long run, long user);

    /** Deletes imports that have expired, with their rows. */
    @Modifying
    @Query("""
            DELETE FROM import_run
            WHERE expires_at <= :now AND status IN ('PREVIEW', 'DONE', 'UNDONE') ORDER BY id LIMIT 10
            """)
    int deleteExpired(Instant now);
}
