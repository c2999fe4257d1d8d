package dev.latchkey.component.form;

import dev.latchkey.common.RefusedException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file that comes in parts, in memory only. */
public final class UploadedFile {

    // One lock for all of them: whoever begins one may drop another
    private final Uploads all;
    private final String name;
    private final int size;
    private byte @Nullable [] content;
    private int received;
    private Instant keptUntil;

    UploadedFile(Uploads all, String name, int size) {
        this.all = all;
        this.name = name;
        this.size = size;
        this.content = new byte[size];
        this.keptUntil = all.keptUntil();
    }

    /** The name that the file has at the user's. */
    public String name() {
        return name;
    }

    int size() {
        return size;
    }

    /** Adds the part that begins there; false if it does not follow the one before, or the file was dropped. */
    boolean add(int at, byte[] part) {
        synchronized (all) {
            if (content == null || at != received || part.length > size - received) {
                return false;
            }
            System.arraycopy(part, 0, content, at, part.length);
            received += part.length;
            keptUntil = all.keptUntil();
            return true;
        }
    }

    boolean isComplete() {
        synchronized (all) {
            return content != null && received == size;
        }
    }

    boolean isIdle(Instant now) {
        synchronized (all) {
            return !now.isBefore(keptUntil);
        }
    }

    /**
     * The whole file, once; it no longer counts as an upload.
     *
     * @throws RefusedException if it was taken, or dropped because it waited for too long and others needed the room
     */
    public byte[] take() {
        synchronized (all) {
            var whole = content;
            if (whole == null || received < size) {
                throw new RefusedException("file.dropped");
            }
            close();
            return whole;
        }
    }

    /** Drops what has come. */
    void close() {
        synchronized (all) {
            content = null;
            all.remove(this);
        }
    }
}
