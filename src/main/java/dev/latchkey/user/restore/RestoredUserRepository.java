package dev.latchkey.user.restore;

import dev.latchkey.user.User;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** What all users have; a statement that returns a number says how many rows it changed. */
interface RestoredUserRepository extends Repository<User, Long> {

    /** Raises every session epoch, to at least that one. */
    @Modifying
    @Query("UPDATE users SET session_epoch = GREATEST(session_epoch + 1, :least)")
    int raiseSessionEpochs(long least);

    @Modifying
    @Query("DELETE FROM known_browser")
    int forgetKnownBrowsers();

    @Modifying
    @Query("DELETE FROM one_time_link")
    int voidLinks();

    /** Drops what asks for a link. */
    @Modifying
    @Query("DELETE FROM password_reset_request")
    void dropResetRequests();

    /** Takes back the approvals of password resets that have not been used. */
    @Modifying
    @Query("""
            UPDATE users SET password_reset_allowed_until = NULL
            WHERE password_reset_allowed_until IS NOT NULL
            """)
    void takeBackApprovals();

    /** Drops the changes of address that wait for their links, which are void. */
    @Modifying
    @Query("DELETE FROM address_change WHERE changed_at IS NULL")
    void dropAddressChanges();

    @Query("SELECT COUNT(*) FROM users WHERE status = 'INVITED'")
    int countInvited();
}
