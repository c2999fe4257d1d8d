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
import org.jspecify.annotations.Nullable;

/**
 * Hashes entries in an encoding that no two different lists of entries share: numbers in full, texts after their length. Times
 * are taken as the text that the database makes of them, which depends on nobody's time zone.
 */
final class EntriesHash {

    /** What is hashed, in this order; a seal stands for exactly these columns. */
    static final String COLUMNS =
            "id, CAST(occurred_at AS CHAR) AS occurred_at, CAST(recorded_at AS CHAR) AS recorded_at,"
                    + " action, actor_id, actor, subject_id, subject, detail, address";

    private static final String[] TEXTS = {
        "occurred_at", "recorded_at", "action", "actor_id", "actor", "subject_id", "subject", "detail", "address"
    };

    private static final int NULL = -1;

    private final MessageDigest digest;
    private final DataOutputStream encoded;
    private long count;
    private String earliest = "";
    private String latest = "";

    EntriesHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        encoded = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }

    /** Adds the entry that the row holds. */
    void add(ResultSet row) throws SQLException {
        try {
            encoded.writeLong(row.getLong("id"));
            for (var column : TEXTS) {
                write(row.getString(column));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count++;
        note(row.getString("recorded_at"));
    }

    long count() {
        return count;
    }

    /** When the first of them was recorded, as the database writes it in UTC; empty without any. */
    String earliest() {
        return earliest;
    }

    /** When the last of them was recorded, as the database writes it in UTC; empty without any. */
    String latest() {
        return latest;
    }

    /** The hash of all that was added; nothing can be added afterwards. */
    byte[] value() {
        return digest.digest();
    }

    /** The database writes times so that the earlier one is the lesser text. */
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
