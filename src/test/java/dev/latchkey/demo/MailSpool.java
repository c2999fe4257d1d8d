package dev.latchkey.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** A folder of messages, a file each, named by arrival; a file is there whole or not at all. */
public final class MailSpool {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private long sequence;

    /** Opens the folder, making it if it is not there. */
    public MailSpool(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void add(MimeMessage message) throws MessagingException {
        lock.lock();
        try {
            var name = TIME.format(Instant.now()) + "-" + String.format("%06d", ++sequence) + ".eml";
            var partial = Files.createTempFile(folder, "arriving", ".tmp");
            try (var out = Files.newOutputStream(partial)) {
                message.writeTo(out);
            }
            Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            arrival.signalAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a message that another server took. */
    public void keep(byte[] message) {
        try (var in = new ByteArrayInputStream(message)) {
            add(new MimeMessage(Session.getInstance(new Properties()), in));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of all messages, oldest first. */
    public List<String> names() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One message, as it came. */
    public byte[] raw(String name) throws IOException {
        var file = folder.resolve(name).normalize();
        if (!file.getParent().equals(folder.normalize())) {
            throw new IllegalArgumentException("not in the folder");
        }
        return Files.readAllBytes(file);
    }

    /** One message, parsed. */
    public MimeMessage message(String name) {
        try (var in = Files.newInputStream(folder.resolve(name))) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first message, now or within the time, that is as wanted. */
    public MimeMessage await(Predicate<MimeMessage> wanted, Duration patience) {
        var left = patience.toNanos();
        lock.lock();
        try {
            while (true) {
                var found = names().stream().map(this::message).filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                if (left <= 0) {
                    throw new AssertionError("no such message within " + patience);
                }
                left = arrival.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            lock.unlock();
        }
    }
}
