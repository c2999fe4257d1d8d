package dev.latchkey.twofactor.directory;

import dev.latchkey.common.text.Search;
import org.springframework.modulith.NamedInterface;

/** The sort orders of users. */
@NamedInterface("api")
public enum MemberOrder {
    NAME(MemberOrder.BY_NAME, Search.SHOWN_NAME + " DESC, u.email DESC"),
    EMAIL("u.email", "u.email DESC"),
    STATUS("u.status, " + MemberOrder.BY_NAME, "u.status DESC, " + Search.SHOWN_NAME + " DESC, u.email DESC"),
    STATE("state", "state DESC"),
    LAST_SIGN_IN("u.last_sign_in_at", "u.last_sign_in_at DESC");

    static final String BY_NAME = Search.SHOWN_NAME + ", u.email";

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
