package dev.latchkey.twofactor.transfer;

import dev.latchkey.common.client.Client;
import dev.latchkey.twofactor.enrolment.store.Enrolment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Imports and their rows, for the administrator whose they are. */
interface ImportRepository extends Repository<Enrolment, Long> {

    /** Notes who asks for it now, and from where. */
    String IN_THE_NAME_OF = """
            session_epoch = (SELECT session_epoch FROM users WHERE id = :actor),
            client_address = :#{#client.address()},
            client_browser = :#{#client.device().browser()},
            client_system = :#{#client.device().operatingSystem()}
            """;

    /** Returns the id of a new import. */
    @Query("""
            INSERT INTO import_run (actor_id, session_epoch, status, created_at, expires_at)
            VALUES (:actor, (SELECT session_epoch FROM users WHERE id = :actor), 'PREVIEW', :now, :expires) RETURNING id
            """)
    long insert(long actor, Instant now, Instant expires);

    /** Deletes what the actor has uploaded and not imported. */
    @Modifying
    @Query("DELETE FROM import_run WHERE actor_id = :actor AND status = 'PREVIEW'")
    void deletePreviews(long actor);

    /** Begins an import that was shown; false if it is gone, begun, or another's. */
    @Modifying
    @Query("""
            UPDATE import_run SET status = 'RUNNING', expires_at = :expires,\s""" + IN_THE_NAME_OF + """
            WHERE id = :run AND actor_id = :actor AND status = 'PREVIEW' AND expires_at > :now
            """)
    boolean start(long run, long actor, Client client, Instant now, Instant expires);

    /** Begins to undo it; false if the invitations are leaving, or it is another's. */
    @Modifying
    @Query("""
            UPDATE import_run SET status = 'UNDOING',\s""" + IN_THE_NAME_OF + """
            WHERE id = :run AND actor_id = :actor AND status IN ('RUNNING', 'WAITING')
              AND (invitations_at IS NULL OR invitations_at > :now)
            """)
    boolean undo(long run, long actor, Client client, Instant now);

    /** Forgets what the import would have done. */
    @Modifying
    @Query("UPDATE import_row SET payload = NULL WHERE run_id = :run AND status = 'PLANNED'")
    void forgetPlanned(long run);

    /** Lets the invitations leave; false if they do not wait, or it is another's. */
    @Modifying
    @Query("""
            UPDATE import_run SET invitations_at = :now,\s""" + IN_THE_NAME_OF + """
            WHERE id = :run AND actor_id = :actor AND status = 'WAITING'
            """)
    boolean sendNow(long run, long actor, Client client, Instant now);

    /** How far an import of the actor's is that runs or can still be undone; empty if there is none. */
    @Query("""
            SELECT status FROM import_run
            WHERE actor_id = :actor AND status IN ('RUNNING', 'WAITING', 'INVITING', 'UNDOING') AND expires_at > :now
            ORDER BY id DESC LIMIT 1
            """)
    Optional<ImportStatus> unfinished(long actor, Instant now);

    /** The actor's latest import; empty if there is none, or it has expired. */
    @Query("""
            SELECT r.id, r.status, r.invitations_at,
                   COALESCE(SUM(w.fate = 'INVITED'), 0) AS invited,
                   COALESCE(SUM(w.fate = 'ACTIVE'), 0) AS active,
                   COALESCE(SUM(w.fate = 'EXISTS'), 0) AS existing,
                   COALESCE(SUM(w.fate = 'REFUSED'), 0) AS refused,
                   COALESCE(SUM(w.fate <> 'REFUSED' AND w.status = 'PLANNED'), 0) AS planned,
                   COALESCE(SUM(w.status IN ('DONE', 'SENT')), 0) AS done,
                   COALESCE(SUM(w.status = 'FAILED'), 0) AS failed,
                   COALESCE(SUM(w.status = 'UNDONE'), 0) AS undone,
                   COALESCE(SUM(w.status = 'KEPT'), 0) AS kept,
                   COALESCE(SUM(w.status = 'DONE' AND w.fate = 'INVITED'), 0) AS waiting_for_invitation,
                   COALESCE(SUM(w.status IN ('PLANNED', 'DONE', 'SENT') AND w.fate = 'ACTIVE'), 0) AS passwords,
                   COALESCE(SUM(w.status IN ('PLANNED', 'DONE', 'SENT') AND w.app), 0) AS apps
            FROM import_run r LEFT JOIN import_row w ON w.run_id = r.id
            WHERE r.id = (SELECT MAX(id) FROM import_run WHERE actor_id = :actor AND expires_at > :now)
            GROUP BY r.id, r.status, r.invitations_at
            """)
    Optional<ImportSummary> latest(long actor, Instant now);

    /** Rows of the actor's import, in the order of the file; of all fates for null. */
    @Query("""
            SELECT w.line, w.email, w.name, w.`groups`, w.fate, w.app, w.remarks, w.unknown_groups, w.status
            FROM import_row w JOIN import_run r ON r.id = w.run_id
            WHERE r.id = :run AND r.actor_id = :actor AND (:fate IS NULL OR w.fate = :fate)
            ORDER BY w.position LIMIT :limit OFFSET :offset
            """)
    List<ImportRow> rows(long run, long actor, @Nullable ImportFate fate, int offset, int limit);

    /** How many {@link #rows} there are in all. */
    @Query("""
            SELECT COUNT(*)
            FROM import_row w JOIN import_run r ON r.id = w.run_id
            WHERE r.id = :run AND r.actor_id = :actor AND (:fate IS NULL OR w.fate = :fate)
            """)
    int countRows(long run, long actor, @Nullable ImportFate fate);

    /** The users with these addresses, and what their groups permit, separated by commas. */
    @Query("""
            SELECT u.id, u.email, u.status, COALESCE(e.proven_at IS NOT NULL, FALSE) AS proven,
                   COALESCE((SELECT GROUP_CONCAT(DISTINCT p.permission)
                             FROM user_group_member m JOIN user_group_permission p ON p.user_group = m.user_group
                             WHERE m.user_id = u.id), '') AS permissions
            FROM users u LEFT JOIN enrolment e ON e.user_id = u.id
            WHERE u.email IN (:emails)
            """)
    List<KnownRow> known(Collection<String> emails);

    /** A user with one of the addresses. */
    record KnownRow(long id, String email, dev.latchkey.user.UserStatus status, boolean proven, String permissions) {}
}
