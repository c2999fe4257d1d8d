package dev.latchkey.twofactor.restore;

import dev.latchkey.twofactor.enrolment.store.Enrolment;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The second factors of all users; each statement returns how many users it concerned. */
interface RestoredEnrolmentRepository extends Repository<Enrolment, Long> {

    /** Destroys every secret that waits for its first code. */
    @Modifying
    @Query("UPDATE enrolment SET " + EnrolmentRepository.NO_SECRET
            + " WHERE secret_ciphertext IS NOT NULL AND proven_at IS NULL")
    int destroyPending();

    /** Spends the codes of every secret up to that many steps after the one of that time; never lowers the last step. */
    @Modifying
    @Query("""
            UPDATE enrolment SET last_step = :epochSecond DIV period_seconds + :steps
            WHERE secret_ciphertext IS NOT NULL AND last_step < :epochSecond DIV period_seconds + :steps
            """)
    int spendAllUntil(long epochSecond, int steps);

    /** Voids every set of recovery codes. */
    @Modifying
    @Query("DELETE FROM recovery_code_set")
    int voidRecoveryCodes();

    /** Ends every import, with what waits in it. */
    @Modifying
    @Query("DELETE FROM import_run")
    void endImports();
}
