package dev.latchkey.twofactor.directory;

import dev.latchkey.common.text.Search;
import dev.latchkey.mail.Deliveries;
import dev.latchkey.mail.Delivery;
import dev.latchkey.twofactor.Enrolment;
import dev.latchkey.twofactor.code.CodeAttempts;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedTo;
import dev.latchkey.user.password.reset.SingleMailboxRule;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists users with all that administrators want to know of them, a page at a time. */
@Service
@NamedInterface("api")
public class MemberDirectory {

    private static final String STATE = """
            CASE WHEN u.status = 'INVITED' THEN 'OFF'
                 WHEN e.proven_at IS NOT NULL THEN 'ON'
                 WHEN %s THEN 'WAITING'
                 ELSE 'OFF' END
            """.formatted(Enrolment.NEEDS_CODE);

    private static final String FROM = """
            FROM users u JOIN account a LEFT JOIN enrolment e ON e.user_id = u.id
            """;

    private static final String MATCHING = """
            SELECT u.id, u.email, u.name, u.status, u.last_sign_in_at, u.address_problem,
                   COALESCE(u.password_reset_asked_at > :justNow, FALSE)
                       AND NOT COALESCE(u.password_reset_allowed_until > :now, FALSE)
                       AND (COALESCE(u.password_reset_held_until > :now, FALSE)
                            OR COALESCE(e.proven_at IS NULL AND e.expires_at > :now
                                        AND e.origin IN ('BY_EMAIL', 'AFTER_RESET'), FALSE))
                       AS password_reset_waits,
                   COALESCE(u.password_reset_at > :justNow, FALSE) AS password_just_reset,
                   u.mailed_secret_asked_at IS NOT NULL AND COALESCE(u.mailed_secret_held_until > :now, FALSE)
                       AND e.proven_at IS NULL AS secret_waits,
            """ + Enrolment.NEEDS_CODE + " AS code_needed, " + STATE + """
                   AS state
            """ + FROM;

    // Around the page, not the whole: groups of ten thousand would be looked up to show fifty
    private static final String PAGE = """
            SELECT u.*,
                   CASE WHEN l.wrong_codes >= :ceiling THEN 'LOCKED'
                        WHEN l.no_code_before > :now OR p.no_password_before > :now THEN 'WAITING'
                        ELSE 'NONE' END AS `lock`,
                   COALESCE((SELECT GROUP_CONCAT(g.name ORDER BY g.name SEPARATOR ', ')
                             FROM user_group_member m JOIN user_group g ON g.id = m.user_group
                             WHERE m.user_id = u.id), '') AS `groups`
            FROM (%1$s %2$s LIMIT :limit OFFSET :offset) u
            LEFT JOIN enrolment l ON l.user_id = u.id
            LEFT JOIN password_attempt p ON p.email_hash = UNHEX(SHA2(u.email, 256))
            %2$s
            """;

    private static final String WHERE =
            "WHERE (" + Search.in("u.name", "u.email") + " OR INSTR(u.email, :address) > 0)" + """
              AND (:state IS NULL OR :state =
            """ + STATE + """
            ) AND (:group IS NULL OR EXISTS (SELECT 1 FROM user_group_member m
                                             WHERE m.user_group = :group AND m.user_id = u.id))
            """;

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final SingleMailboxRule mailbox;
    private final Clock clock;

    MemberDirectory(JdbcClient jdbc, Deliveries deliveries, SingleMailboxRule mailbox, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** The users that match, from offset on. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<Member> page(MemberFilter filter, MemberOrder order, boolean descending, int offset, int limit) {
        var now = clock.instant();
        var ordered = "ORDER BY " + order.by(descending) + ", u.id";
        return matching(PAGE.formatted(MATCHING + WHERE, ordered), filter)
                .param("ceiling", CodeAttempts.CEILING)
                .param("now", now)
                .param("justNow", now.minus(mailbox.window()))
                .param("limit", limit)
                .param("offset", offset)
                .query(Member.class)
                .list();
    }

    /** How the latest mail to each of these users stands; without those who have had none. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public Map<Long, Delivery> latestMailsTo(Collection<Long> userIds) {
        return deliveries.latestTo(userIds);
    }

    /** How many users match in all. */
    @PermittedTo(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public int count(MemberFilter filter) {
        return matching("SELECT COUNT(*) " + FROM + WHERE, filter)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec matching(String sql, MemberFilter filter) {
        return jdbc.sql(sql)
                .param("search", Search.term(filter.search()))
                .param("address", EmailAddress.partOf(filter.search()))
                .param(
                        "state",
                        Optional.ofNullable(filter.state()).map(Enum::name).orElse(null))
                .param("group", filter.groupId());
    }
}
