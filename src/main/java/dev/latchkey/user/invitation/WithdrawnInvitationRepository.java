package dev.latchkey.user.invitation;

import java.time.Instant;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface WithdrawnInvitationRepository extends Repository<WithdrawnInvitation, Long> {

    /** How many invitations the address of that hash had got in all, removed since then. */
    @Query("""
            SELECT COALESCE(SUM(sent), 0) FROM invitation_withdrawn
            WHERE email_hash = :email AND removed_at > :since
            """)
    int sentSince(byte[] email, Instant since);

    /** Deletes what was removed up to then, a thousand at most. */
    @Modifying
    @Query("DELETE FROM invitation_withdrawn WHERE removed_at <= :since LIMIT 1000")
    void deleteUntil(Instant since);

    WithdrawnInvitation save(WithdrawnInvitation invitation);
}
