package dev.latchkey.user.invitation;

import java.time.Instant;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface WithdrawnInvitationRepository extends Repository<WithdrawnInvitation, Long> {

    /** How many invitations the address with that hash had got, counting removals since then. */
    @Query("""
            SELECT COALESCE(SUM(sent), 0) FROM invitation_withdrawn
            WHERE email_hash = :email AND removed_at > :since
            """)
    int sentSince(byte[] email, Instant since);

    /** Deletes the rows up to then, at most a thousand. */
    @Modifying
    @Query("DELETE FROM invitation_withdrawn WHERE removed_at <= :since LIMIT 1000")
    void deleteUntil(Instant since);

    WithdrawnInvitation save(WithdrawnInvitation invitation);
}
