package dev.latchkey.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit trail, the newest entries first. */
@Service
public class AuditTrailReader {

    // By what the permission is called, for the trail stands below the users and knows none of their types
    private static final String VIEWERS = "hasAuthority('VIEW_AUDIT_TRAIL')";

    private static final String MATCHING =
            " FROM audit_entry WHERE :search = '' OR INSTR(actor, :search) > 0 OR INSTR(subject, :search) > 0 ";

    private final JdbcClient jdbc;

    AuditTrailReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entries whose actor or subject contains the text, which may be empty. */
    @PreAuthorize(VIEWERS)
    @Transactional(readOnly = true)
    public List<AuditEntry> page(String search, int offset, int limit) {
        return jdbc.sql("SELECT id, occurred_at, action, actor, subject, detail, address" + MATCHING
                        + "ORDER BY occurred_at DESC, id DESC LIMIT :limit OFFSET :offset")
                .param("search", search)
                .param("limit", limit)
                .param("offset", offset)
                .query(AuditEntry.class)
                .list();
    }

    /** How many entries {@link #page} has in all. */
    @PreAuthorize(VIEWERS)
    @Transactional(readOnly = true)
    public int count(String search) {
        return jdbc.sql("SELECT COUNT(*)" + MATCHING)
                .param("search", search)
                .query(Integer.class)
                .single();
    }
}
