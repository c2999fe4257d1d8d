package dev.latchkey.twofactor.bulk;

import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.client.Client;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Orders and their users. */
interface BulkOrderRepository extends Repository<BulkOrder, Long> {

    /** Locks the actor's row, so that two orders of theirs cannot begin at once; returns their epoch. */
    @Query("SELECT session_epoch FROM users WHERE id = :actor FOR UPDATE")
    long lockActor(@Param("actor") long actorId);

    @Query("SELECT EXISTS (SELECT 1 FROM bulk_order WHERE token = :token)")
    boolean isKnown(String token);

    @Query("SELECT EXISTS (SELECT 1 FROM bulk_order WHERE actor_id = :actor AND finished_at IS NULL)")
    boolean isBusy(@Param("actor") long actorId);

    /** Returns its id. */
    @Query("""
            INSERT INTO bulk_order (token, actor_id, session_epoch, action, user_group, delivery, created_at,
                                    client_address, client_browser, client_system)
            VALUES (:token, :actor, :epoch, :action, :group, :delivery, :now,
                    :#{#client.address()}, :#{#client.device().browser()}, :#{#client.device().operatingSystem()})
            RETURNING id
            """)
    long insert(
            String token,
            @Param("actor") long actorId,
            long epoch,
            BulkAction action,
            @Param("group") @Nullable Long groupId,
            SecretDelivery delivery,
            Instant now,
            Client client);

    /** Adds those of the users who are there. */
    @Modifying
    @Query("""
            INSERT INTO bulk_item (bulk_order, user_id, email)
            SELECT :order, id, email FROM users WHERE id IN (:users) ORDER BY name, email
            """)
    void addItems(@Param("order") long orderId, @Param("users") Collection<Long> userIds);

    /** Deletes at most so many users of orders that were finished before then, and returns how many. */
    @Modifying
    @Query(
            "DELETE FROM bulk_item WHERE bulk_order IN (SELECT id FROM bulk_order WHERE finished_at < :before) LIMIT :most")
    int deleteItems(Instant before, int most);

    /** The same for the orders themselves. */
    @Modifying
    @Query("DELETE FROM bulk_order WHERE finished_at < :before LIMIT :most")
    int deleteOrders(Instant before, int most);

    /** An unfinished order on which no node works; the caller's transaction holds it. */
    @Query("""
            SELECT * FROM bulk_order
            WHERE finished_at IS NULL AND (claimed_until IS NULL OR claimed_until < :now)
            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
    Optional<BulkOrder> findUnclaimed(Instant now);

    /** Null for nobody's. */
    @Modifying
    @Query("UPDATE bulk_order SET claimed_until = :until WHERE id = :order")
    void claimUntil(@Param("order") long orderId, @Nullable Instant until);

    @Query(
            "SELECT id, user_id FROM bulk_item WHERE bulk_order = :order AND result = 'WAITING' ORDER BY id LIMIT :limit")
    List<BulkItem> waiting(@Param("order") long orderId, int limit);

    /** Marks it as done, as a part of the transaction that does it; false if somebody else has. */
    @Modifying
    @Query("UPDATE bulk_item SET result = 'DONE' WHERE id = :item AND result = 'WAITING'")
    boolean markDone(@Param("item") long itemId);

    @Modifying
    @Query("""
            UPDATE bulk_item SET result = 'REFUSED', reason = :reason, detail = :detail
            WHERE id = :item AND result = 'WAITING'
            """)
    void markRefused(@Param("item") long itemId, String reason, @Nullable String detail);

    /** Refuses all that is left, for one reason. */
    @Modifying
    @Query("""
            UPDATE bulk_item SET result = 'REFUSED', reason = :reason
            WHERE bulk_order = :order AND result = 'WAITING'
            """)
    void refuseRest(@Param("order") long orderId, String reason);

    @Modifying
    @Query("UPDATE bulk_order SET finished_at = :now, claimed_until = NULL WHERE id = :order AND finished_at IS NULL")
    void finish(@Param("order") long orderId, Instant now);

    /** The actor's latest that they have not closed, unless it was finished earlier than that. */
    @Query("""
            SELECT o.id, o.action, COUNT(i.id) AS total, COALESCE(SUM(i.result = 'DONE'), 0) AS done,
                   COALESCE(SUM(i.result = 'REFUSED'), 0) AS refused, o.finished_at
            FROM bulk_order o LEFT JOIN bulk_item i ON i.bulk_order = o.id
            WHERE o.id = (SELECT MAX(id) FROM bulk_order WHERE actor_id = :actor) AND o.closed_at IS NULL
                  AND (o.finished_at IS NULL OR o.finished_at > :since)
            GROUP BY o.id, o.action, o.finished_at
            """)
    Optional<BulkProgress> latestOf(@Param("actor") long actorId, Instant since);

    @Modifying
    @Query("UPDATE bulk_order SET closed_at = :now WHERE id = :order AND actor_id = :actor AND finished_at IS NOT NULL")
    void close(@Param("order") long orderId, @Param("actor") long actorId, Instant now);

    @Query("SELECT EXISTS (SELECT 1 FROM bulk_order WHERE id = :order AND actor_id = :actor)")
    boolean isOf(@Param("order") long orderId, @Param("actor") long actorId);

    @Query("""
            SELECT i.user_id, i.email, i.reason, i.detail
            FROM bulk_item i JOIN bulk_order o ON o.id = i.bulk_order
            WHERE i.bulk_order = :order AND o.actor_id = :actor AND i.result = 'REFUSED'
            ORDER BY i.id LIMIT :limit
            """)
    List<BulkRefusal> refusals(@Param("order") long orderId, @Param("actor") long actorId, int limit);
}
