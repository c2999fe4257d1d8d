package dev.latchkey.twofactor.directory;

import dev.latchkey.common.text.Search;
import dev.latchkey.twofactor.code.CodeAttempts;
import dev.latchkey.twofactor.enrolment.store.Enrolment;
import dev.latchkey.user.EmailAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads users with everything that administrators want to know about them. Not an interface: the reader chooses the sort order. */
@Repository
class MemberRepository {

    // IN does not accept an empty list
    private static final List<Long> NOBODY = List.of(0L);

    private static final String STATE = """
            CASE WHEN u.status = 'INVITED' THEN 'OFF'
                 WHEN e.proven_at IS NOT NULL THEN 'ON'
                 WHEN\s""" + Enrolment.NEEDS_CODE + """
                 THEN 'WAITING' ELSE 'OFF' END
            """;

    private static final String USERS = """
            FROM users u JOIN account a LEFT JOIN enrolment e ON e.user_id = u.id
            """;

    private static final String MATCHING =
            USERS + """
            WHERE (""" + Search.IN_USERS + """
                   OR INSTR(u.email, :address) > 0)
              AND (:state IS NULL OR :state =
            """ + STATE + """
              ) AND (:group IS NULL OR EXISTS (SELECT 1 FROM user_group_member m
                                               WHERE m.user_group = :group AND m.user_id = u.id))
              AND (:status IS NULL OR u.status = :status)
              AND (:secret IS NULL OR u.status = 'ACTIVE' AND e.proven_at IS NULL
                   AND (:secret = 'UNPROVEN' OR\s""" + Enrolment.NEEDS_CODE + """
                        AND NOT (e.secret_ciphertext IS NOT NULL AND COALESCE(e.expires_at > :now, TRUE))))
              AND (:reach IS NULL
                   OR :reach <> 'REFUSED' AND u.status = 'ACTIVE' AND u.last_sign_in_at IS NULL
                   OR :reach <> 'NEVER' AND u.id IN (:refused))
            """;

    private static final String COUNT = "SELECT COUNT(*) " + MATCHING;

    // Details are looked up only for the page: otherwise the groups of ten thousand users would be read to show fifty
    private static final String DETAILS = """
            SELECT u.*,
                   CASE WHEN l.wrong_codes >= :ceiling THEN 'LOCKED'
                        WHEN l.no_code_before > :now OR p.no_password_before > :now THEN 'WAITING'
                        ELSE 'NONE' END AS `lock`,
                   COALESCE((SELECT GROUP_CONCAT(g.name ORDER BY g.name SEPARATOR ', ')
                             FROM user_group_member m JOIN user_group g ON g.id = m.user_group
                             WHERE m.user_id = u.id), '') AS `groups`,
                   COALESCE((SELECT GROUP_CONCAT(DISTINCT g.permission)
                             FROM user_group_member m JOIN user_group_permission g ON g.user_group = m.user_group
                             WHERE m.user_id = u.id), '') AS permissions
            FROM (SELECT u.id, u.email, u.name, IF(u.status = 'INVITED', u.proposed_name, '') AS proposed_name,
                         u.status, u.last_sign_in_at, u.address_problem,
                         COALESCE(u.password_reset_asked_at > :justNow, FALSE)
                             AND NOT COALESCE(u.password_reset_allowed_until > :now, FALSE)
                             AND (COALESCE(u.password_reset_held_until > :now, FALSE)
                                  OR COALESCE(e.proven_at IS NULL AND e.expires_at > :now
                                              AND e.origin IN ('BY_EMAIL', 'AFTER_RESET'), FALSE))
                             AS password_reset_waits,
                         COALESCE(u.password_reset_at > :justNow OR u.mailed_secret_held_until > :now, FALSE)
                             AS password_just_reset,
                         u.mailed_secret_asked_at IS NOT NULL AND COALESCE(u.mailed_secret_held_until > :now, FALSE)
                             AND e.proven_at IS NULL AS secret_waits,
            """ + Enrolment.NEEDS_CODE + " AS code_needed, " + STATE + " AS state ";

    private static final String LOCKS = """
            ) u
            LEFT JOIN enrolment l ON l.user_id = u.id
            LEFT JOIN password_attempt p ON p.email_hash = UNHEX(SHA2(u.email, 256))
            """;

    private static final String PAGE =
            DETAILS + MATCHING + "ORDER BY %1$s, u.id LIMIT :limit OFFSET :offset" + LOCKS + "ORDER BY %1$s, u.id";

    private static final String IDS = "SELECT u.id " + MATCHING + "ORDER BY " + MemberOrder.BY_NAME + ", u.id";

    private static final String SOME =
            DETAILS + USERS + "WHERE u.id IN (:ids)" + LOCKS + "ORDER BY " + MemberOrder.BY_NAME + ", u.id";

    private static final String ONE = DETAILS + USERS + "WHERE u.id = :id" + LOCKS;

    private final JdbcClient jdbc;

    MemberRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of the matching users.
     *
     * @param refused the users whose latest mail was refused, if the filter asks for them
     * @param justNow the time since which a password counts as recently chosen
     */
    List<Member> page(
            MemberFilter filter,
            Collection<Long> refused,
            MemberOrder order,
            boolean descending,
            Instant now,
            Instant justNow,
            int offset,
            int limit) {
        return matching(PAGE.formatted(order.by(descending)), filter, refused, now)
                .param("ceiling", CodeAttempts.CEILING)
                .param("justNow", justNow)
                .param("limit", limit)
                .param("offset", offset)
                .query(Member.class)
                .list();
    }

    /** The user with that id; {@code justNow} as for {@link #page}. */
    Optional<Member> find(long id, Instant now, Instant justNow) {
        return jdbc.sql(ONE)
                .param("ceiling", CodeAttempts.CEILING)
                .param("now", now)
                .param("justNow", justNow)
                .param("id", id)
                .query(Member.class)
                .optional();
    }

    /** The users with these ids, one at least, by name; {@code justNow} as for {@link #page}. */
    List<Member> withIds(Collection<Long> ids, Instant now, Instant justNow) {
        return jdbc.sql(SOME)
                .param("ceiling", CodeAttempts.CEILING)
                .param("now", now)
                .param("justNow", justNow)
                .param("ids", ids)
                .query(Member.class)
                .list();
    }

    /** How many match in all. */
    int count(MemberFilter filter, Collection<Long> refused, Instant now) {
        return matching(COUNT, filter, refused, now).query(Integer.class).single();
    }

    /** All that match, by name. */
    List<Long> ids(MemberFilter filter, Collection<Long> refused, Instant now) {
        return matching(IDS, filter, refused, now).query(Long.class).list();
    }

    private JdbcClient.StatementSpec matching(String sql, MemberFilter filter, Collection<Long> refused, Instant now) {
        return jdbc.sql(sql)
                .param("search", Search.term(filter.search()))
                .param("address", EmailAddress.partOf(filter.search()))
                .param("state", name(filter.state()))
                .param("group", filter.groupId())
                .param("status", name(filter.status()))
                .param("secret", name(filter.secret()))
                .param("reach", name(filter.reach()))
                .param("refused", refused.isEmpty() ? NOBODY : refused)
                .param("now", now);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
