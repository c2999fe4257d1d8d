package dev.latchkey.audit.seal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Says where the trail begins since older entries were pruned; authenticated like a seal, with the same keys.
 *
 * @param id 1, 2, 3, …; the newest counts
 * @param lastSealId the last seal that was pruned, with all before it
 * @param lastEntryId the last entry under that seal
 * @param lastCode the code of that seal, which the next one covers
 * @param prunedAt as the database formats it
 */
@Table("audit_pruned")
public record PruneMark(
        @Id long id, long lastSealId, long lastEntryId, byte[] lastCode, String prunedAt, int keyId, byte[] code) {

    private static final String ENCODING = "latchkey audit pruned 1";

    /** Where a trail begins of which nothing was pruned. */
    static final PruneMark NONE = new PruneMark(0, 0, 0, new byte[0], "", 0, new byte[0]);

    /** The next mark, after that seal. */
    public PruneMark next(Seal last, String now, SealKeys keys) {
        var open = new PruneMark(
                id + 1, last.id(), last.lastEntryId(), last.code(), now, keys.currentKeyId(), new byte[0]);
        return new PruneMark(
                open.id,
                open.lastSealId,
                open.lastEntryId,
                open.lastCode,
                now,
                open.keyId,
                keys.authenticationCode(open.keyId, open.message()));
    }

    /** The newest of those that Latchkey made and nobody changed; {@link #NONE} if there is none. */
    public static PruneMark newestGenuine(Collection<PruneMark> marks, SealKeys keys) {
        return marks.stream()
                .filter(mark -> mark.isGenuine(keys))
                .max(Comparator.comparingLong(PruneMark::id))
                .orElse(NONE);
    }

    /** Whether Latchkey made it, and it is unchanged. */
    boolean isGenuine(SealKeys keys) {
        return keys.has(keyId) && MessageDigest.isEqual(keys.authenticationCode(keyId, message()), code);
    }

    /** The last pruned seal, as far as the next one needs it. */
    public Seal lastSeal() {
        return new Seal(lastSealId, 0, lastEntryId, 0, new byte[0], "", 0, lastCode);
    }

    private byte[] message() {
        var bytes = new ByteArrayOutputStream();
        try (var message = new DataOutputStream(bytes)) {
            message.writeUTF(ENCODING);
            message.writeLong(id);
            message.writeLong(lastSealId);
            message.writeLong(lastEntryId);
            message.write(lastCode);
            message.writeUTF(prunedAt);
            message.writeInt(keyId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
