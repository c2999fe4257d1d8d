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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hashes entries in an encoding that is unique for each list of entries: numbers in full, texts after their length. Times are
 * hashed as the text that the database makes of them, which does not depend on a time zone.
 */
public final class EntriesHash {

    /** The hashed columns, in this order; a seal covers exactly these. */
    static final String COLUMNS =
            "id, CAST(occurred_at AS CHAR) AS occurred_at, CAST(recorded_at AS CHAR) AS recorded_at,"
                    + " action, actor_id, actor, subject_id, subject, detail, address";

    private static final String[] TEXTS = {
        "occurred_at", "recorded_at", "action", "actor_id", "actor", "subject_id", "subject", "detail", "address"
    };

    private static final int RECORDED_AT = 1;
    private static final int NULL = -1;

    private final MessageDigest digest;
    private final DataOutputStream encoded;
    private long count;
    private String earliest = "";
    private String latest = "";

    /** Of no entry yet. */
    public EntriesHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        encoded = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }

    /** The entry in the row. */
    public static SealedEntry read(ResultSet row) throws SQLException {
        var texts = new ArrayList<@Nullable String>(TEXTS.length);
        for (var column : TEXTS) {
            texts.add(row.getString(column));
        }
        return new SealedEntry(row.getLong("id"), texts);
    }

    /** Adds the entry in the row. */
    void add(ResultSet row) throws SQLException {
        add(read(row));
    }

    /** Adds the entry. */
    public void add(SealedEntry entry) {
        try {
            encoded.writeLong(entry.id());
            for (var text : entry.texts()) {
                write(text);
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

    /** The database formats times so that they sort as text. */
    private void note(String recordedAt) {
        earliest = earliest.isEmpty() || recordedAt.compareTo(earliest) < 0 ? recordedAt : earliest;
        latest = recordedAt.compareTo(latest) > 0 ? recordedAt : latest;
    }

    private void write(@Nullable String text) throws IOException {
        if (text == null) {
            encoded.writeInt(NULL);
        } else {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            encoded.writeInt(bytes.length);
            encoded.write(bytes);
        }
    }
}
