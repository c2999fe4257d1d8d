package dev.latchkey.twofactor.directory;

import org.springframework.modulith.NamedInterface;

/** What users can be sorted by. */
@NamedInterface("api")
public enum MemberOrder {
    NAME("u.name, u.email"),
    EMAIL("u.email"),
    STATE("state"),
    LAST_SIGN_IN("u.last_sign_in_at");

    private final String columns;

    MemberOrder(String columns) {
        this.columns = columns;
    }

    /** A fixed text: nothing of a request gets into the statement. */
    String by(boolean descending) {
        return descending ? columns.replace(",", " DESC,") + " DESC" : columns;
    }
}
