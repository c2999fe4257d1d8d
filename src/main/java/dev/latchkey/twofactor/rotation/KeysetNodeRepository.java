package dev.latchkey.twofactor.rotation;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The nodes that run, and the keys that each has; by the clock of the database. */
interface KeysetNodeRepository extends Repository<KeysetNode, String> {

    /**
     * Notes that a node runs with these keys.
     *
     * @param keyIds all of them as in the keyset file, with commas
     */
    // The order matters: later assignments see the values set by earlier ones
    @Modifying
    @Query("""
            INSERT INTO keyset_node (node, key_ids, current_key_id, current_since, seen_at)
            VALUES (:node, :keyIds, :current, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
            ON DUPLICATE KEY UPDATE
                current_since = IF(current_key_id = :current, current_since, UTC_TIMESTAMP(6)),
                current_key_id = :current, key_ids = :keyIds, seen_at = UTC_TIMESTAMP(6)
            """)
    void note(String node, String keyIds, int current);

    @Modifying
    @Query("DELETE FROM keyset_node WHERE node = :node")
    void remove(String node);

    /** Forgets nodes that ended without a word. */
    @Modifying
    @Query("DELETE FROM keyset_node WHERE seen_at < UTC_TIMESTAMP(6) - INTERVAL 1 DAY")
    void removeOld();

    /** The names of nodes that run, or ended a moment ago, without that key. */
    @Query("""
            SELECT node FROM keyset_node
            WHERE NOT FIND_IN_SET(:key, key_ids) AND seen_at > UTC_TIMESTAMP(6) - INTERVAL 2 MINUTE
            ORDER BY node
            """)
    List<String> withoutKey(long key);

    /** The names of nodes that run, or ended a moment ago, and did not encrypt with that key all the time since. */
    @Query("""
            SELECT node FROM keyset_node
            WHERE (current_key_id <> :key OR current_since > UTC_TIMESTAMP(6) - INTERVAL 2 MINUTE)
              AND seen_at > UTC_TIMESTAMP(6) - INTERVAL 2 MINUTE
            ORDER BY node
            """)
    List<String> notYetOn(int key);
}
