package dev.latchkey.user.link;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** One-time links: only the hashes of their tokens are stored. */
public interface OneTimeLinkRepository extends Repository<OneTimeLink, Long> {

    OneTimeLink save(OneTimeLink link);

    @Modifying
    @Query("DELETE FROM one_time_link WHERE purpose = :purpose AND user_id <=> :user")
    void deleteAllOf(LinkPurpose purpose, @Nullable Long user);

    /** Whether the link can still be redeemed. */
    @Query("""
            SELECT EXISTS (SELECT 1 FROM one_time_link
                           WHERE token_hash = :hash AND purpose = :purpose AND expires_at > :now)
            """)
    boolean isLive(LinkPurpose purpose, byte[] hash, Instant now);

    /** The link's user, if it can still be redeemed. */
    @Query("""
            SELECT user_id FROM one_time_link
            WHERE token_hash = :hash AND purpose = :purpose AND expires_at > :now
            """)
    Optional<Long> userOf(LinkPurpose purpose, byte[] hash, Instant now);

    /** Uses the link; of several concurrent calls, the one whose DELETE removes the row returns true. */
    @Modifying
    @Query("DELETE FROM one_time_link WHERE token_hash = :hash AND purpose = :purpose AND expires_at > :now")
    boolean redeem(LinkPurpose purpose, byte[] hash, Instant now);

    /** Deletes at most that many that can no longer be redeemed, and returns how many. */
    @Modifying
    @Query("DELETE FROM one_time_link WHERE expires_at <= :now LIMIT :most")
    int deleteExpired(Instant now, int most);
}
