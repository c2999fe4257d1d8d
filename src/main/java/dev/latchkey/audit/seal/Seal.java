package dev.latchkey.audit.seal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Authenticates the entries whose ids are in its range, and the seal before it.
 *
 * @param id the place in the chain, from 1 on
 * @param sealedAt as the database formats it
 * @param code authenticates everything else here together with the code of the seal before
 */
public record Seal(
        long id,
        long firstEntryId,
        long lastEntryId,
        long entryCount,
        byte[] entriesHash,
        String sealedAt,
        int keyId,
        byte[] code) {

    private static final String ENCODING = "latchkey audit seal 1";

    /** The predecessor of the first seal of a chain. */
    static final Seal BEFORE_THE_FIRST = new Seal(0, 0, 0, 0, new byte[0], "", 0, new byte[0]);

    /** The next seal of the chain. */
    static Seal after(Seal previous, long lastEntryId, EntriesHash entries, String sealedAt, SealKeys keys) {
        var open = new Seal(
                previous.id + 1,
                previous.lastEntryId + 1,
                lastEntryId,
                entries.count(),
                entries.value(),
                sealedAt,
                keys.currentKeyId(),
                new byte[0]);
        var code = keys.authenticationCode(open.keyId, open.messageAfter(previous));
        return new Seal(
                open.id,
                open.firstEntryId,
                open.lastEntryId,
                open.entryCount,
                open.entriesHash,
                sealedAt,
                open.keyId,
                code);
    }

    /** Whether it is unchanged and follows that one; needs {@link SealKeys} that have its key. */
    public boolean isGenuineAfter(Seal previous, SealKeys keys) {
        return MessageDigest.isEqual(keys.authenticationCode(keyId, messageAfter(previous)), code);
    }

    /** What it says about those entries; nodes of an earlier version did not cover the browser, others always do. */
    public SealCoverage coverageOf(EntriesHash entries) {
        if (entries.count() != entryCount) {
            return SealCoverage.NOTHING;
        }
        // Both are the same where no entry has a browser
        if (MessageDigest.isEqual(entries.value(), entriesHash)) {
            return SealCoverage.EVERYTHING;
        }
        return MessageDigest.isEqual(entries.valueWithoutBrowser(), entriesHash)
                ? SealCoverage.ALL_BUT_BROWSERS
                : SealCoverage.NOTHING;
    }

    /** The code as text, to be kept elsewhere. */
    public String head() {
        return HexFormat.of().formatHex(code);
    }

    private byte[] messageAfter(Seal previous) {
        var bytes = new ByteArrayOutputStream();
        try (var message = new DataOutputStream(bytes)) {
            message.writeUTF(ENCODING);
            message.writeLong(id);
            message.writeLong(firstEntryId);
            message.writeLong(lastEntryId);
            message.writeLong(entryCount);
            message.write(entriesHash);
            message.writeUTF(sealedAt);
            message.writeInt(keyId);
            message.write(previous.code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
