package dev.latchkey.twofactor.directory;

import org.springframework.modulith.NamedInterface;

/** The sort orders of users. */
@NamedInterface("api")
public enum MemberOrder {
    NAME("u.name, u.email", "u.name DESC, u.email DESC"),
    EMAIL("u.email", "u.email DESC"),
    STATUS("u.status, u.name, u.email", "u.status DESC, u.name DESC, u.email DESC"),
    STATE("state", "state DESC"),
    LAST_SIGN_IN("u.last_sign_in_at", "u.last_sign_in_at DESC");

    private final String ascending;
    private final String descending;

    MemberOrder(String ascending, String descending) {
        this.ascending = ascending;
        this.descending = descending;
    }

    /** A fixed text: no input gets into the statement. */
    String by(boolean descending) {
        return descending ? this.descending : ascending;
    }
}
