package dev.latchkey.twofactor.rotation;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Secrets by the key that encrypts them, which the beginning of each ciphertext names. */
interface EncryptedSecretRepository extends Repository<EncryptedSecret, Long> {

    /** How many secrets are stored. */
    @Query("SELECT COUNT(*) FROM enrolment WHERE secret_ciphertext IS NOT NULL")
    long count();

    /** How many of them do not begin like that. */
    @Query("SELECT COUNT(*) FROM enrolment WHERE key_prefix <> :prefix")
    long countOthers(byte[] prefix);

    /** The next of those that do not begin like that, in the order of their users. */
    @Query("""
            SELECT user_id, version, secret_ciphertext FROM enrolment
            WHERE key_prefix <> :prefix AND user_id > :after ORDER BY user_id LIMIT :most
            """)
    List<EncryptedSecret> findOthers(byte[] prefix, long after, int most);

    /** Stores the same secret, encrypted again; false, and nothing is changed, if somebody else has changed it meanwhile. */
    @Modifying
    @Query("""
            UPDATE enrolment SET secret_ciphertext = :next
            WHERE user_id = :user AND version = :version AND secret_ciphertext = :seen
            """)
    boolean replace(long user, long version, byte[] seen, byte[] next);
}
