package dev.latchkey.component.form;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Bounds what all sessions together upload to this node at a time: a file is in memory from its first part until somebody takes it.
 * When there is no room, uploads of which nothing has come for a while are dropped.
 */
@Component
public class Uploads {

    /** The most that all of them may hold, in bytes. */
    static final int MOST = 64 * 1024 * 1024;

    /** How long an upload keeps its room without another part. */
    static final Duration IDLE = Duration.ofMinutes(2);

    private final Clock clock;
    private final Set<UploadedFile> open = new HashSet<>();

    Uploads(Clock clock) {
        this.clock = clock;
    }

    /** Begins one of that size in bytes, all of which is reserved; empty if there is no room for it. */
    synchronized Optional<UploadedFile> begin(String name, int size) {
        if (isFull(size)) {
            var now = clock.instant();
            Set.copyOf(open).stream().filter(upload -> upload.isIdle(now)).forEach(UploadedFile::close);
        }
        if (isFull(size)) {
            return Optional.empty();
        }
        var upload = new UploadedFile(this, name, size);
        open.add(upload);
        return Optional.of(upload);
    }

    private boolean isFull(int size) {
        return open.stream().mapToLong(UploadedFile::size).sum() + size > MOST;
    }

    synchronized void remove(UploadedFile upload) {
        open.remove(upload);
    }

    /** Until when an upload that goes on now keeps its room. */
    Instant keptUntil() {
        return clock.instant().plus(IDLE);
    }
}
