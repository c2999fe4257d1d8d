package dev.latchkey.audit.seal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hashes entries in an encoding that is unique for each list of entries: numbers in full, texts after their length. Times are
 * hashed as the text that the database makes of them, which does not depend on a time zone. The browser follows the other columns of
 * entries that have one, so that seals from before that column stay valid.
 */
public final class EntriesHash {

    /** The hashed columns, in this order; a seal covers exactly these. */
    static final String COLUMNS =
            "id, CAST(occurred_at AS CHAR) AS occurred_at, CAST(recorded_at AS CHAR) AS recorded_at,"
                    + " action, actor_id, actor, subject_id, subject, detail, address, browser";

    private static final String[] TEXTS = {
        "occurred_at", "recorded_at", "action", "actor_id", "actor", "subject_id", "subject", "detail", "address"
    };

    private static final String BROWSER = "browser";

    // Where the next entry would begin with its id, which is above zero under every seal
    private static final int BROWSER_FOLLOWS = -2;

    private static final int RECORDED_AT = 1;
    private static final int NULL = -1;

    private final MessageDigest digest = sha256();
    private final MessageDigest earlierDigest = sha256();
    private final DataOutputStream encoded = encodedInto(digest);
    private final DataOutputStream earlierEncoded = encodedInto(earlierDigest);
    private long count;
    private long firstWithBrowser;
    private long lastWithBrowser;
    private String earliest = "";
    private String latest = "";

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataOutputStream encodedInto(MessageDigest digest) {
        return new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }

    /** The entry in the row. */
    public static SealedEntry read(ResultSet row) throws SQLException {
        var texts = new ArrayList<@Nullable String>(TEXTS.length);
        for (var column : TEXTS) {
            texts.add(row.getString(column));
        }
        var browser = row.getString(BROWSER);
        if (browser != null) {
            texts.add(browser);
        }
        return new SealedEntry(row.getLong("id"), texts);
    }

    /** Adds the entry in the row. */
    void add(ResultSet row) throws SQLException {
        add(read(row));
    }

    /** Adds the entry. */
    public void add(SealedEntry entry) {
        var texts = entry.texts();
        if (texts.size() < TEXTS.length || texts.size() > TEXTS.length + 1) {
            throw new IllegalArgumentException("an entry of " + texts.size() + " texts");
        }
        try {
            write(encoded, entry.id(), texts);
            write(earlierEncoded, entry.id(), texts);
            if (texts.size() > TEXTS.length) {
                encoded.writeInt(BROWSER_FOLLOWS);
                write(encoded, texts.getLast());
                firstWithBrowser = firstWithBrowser == 0 ? entry.id() : firstWithBrowser;
                lastWithBrowser = entry.id();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count++;
        note(Objects.requireNonNull(entry.texts().get(RECORDED_AT)));
    }

    /** How many entries were added. */
    public long count() {
        return count;
    }

    /** The id of the first that has a browser; 0 if none has one. */
    long firstWithBrowser() {
        return firstWithBrowser;
    }

    /** The id of the last that has a browser; 0 if none has one. */
    long lastWithBrowser() {
        return lastWithBrowser;
    }

    /** When the first of them was recorded, as the database formats it in UTC; empty if there are none. */
    String earliest() {
        return earliest;
    }

    /** When the last of them was recorded, as the database formats it in UTC; empty if there are none. */
    String latest() {
        return latest;
    }

    /** The hash of all added entries; nothing can be added afterwards. */
    byte[] value() {
        return digest.digest();
    }

    /** Like {@link #value}, as a node of an earlier version calculates it, which does not know the browser. */
    byte[] valueWithoutBrowser() {
        return earlierDigest.digest();
    }

    /** The database formats times so that they sort as text. */
    private void note(String recordedAt) {
        earliest = earliest.isEmpty() || recordedAt.compareTo(earliest) < 0 ? recordedAt : earliest;
        latest = recordedAt.compareTo(latest) > 0 ? recordedAt : latest;
    }

    private static void write(DataOutputStream encoded, long id, List<@Nullable String> texts) throws IOException {
        encoded.writeLong(id);
        for (var text : texts.subList(0, TEXTS.length)) {
            write(encoded, text);
        }
    }

    private static void write(DataOutputStream encoded, @Nullable String text) throws IOException {
        if (text == null) {
            encoded.writeInt(NULL);
        } else {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            encoded.writeInt(bytes.length);
            encoded.write(bytes);
        }
    }
}
