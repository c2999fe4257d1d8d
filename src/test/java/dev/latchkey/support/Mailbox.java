package dev.latchkey.support;

import dev.latchkey.demo.ReadableMail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's mailbox on the shared SMTP server. */
public final class Mailbox {

    private static final Pattern KEY = Pattern.compile("(?:Secret Key|Geheimer Schlüssel): ([A-Z2-7 ]+)");

    // Whoever waits for a mail looks through all of them again and again
    private static final Map<String, ReadableMail> READ = new ConcurrentHashMap<>();

    private final String address;

    /** Opens it. */
    public Mailbox(String address) {
        this.address = address;
    }

    /** What has arrived, oldest first. */
    public List<ReadableMail> mails() {
        return RealServers.mail().names().stream()
                .map(Mailbox::read)
                .filter(mail -> mail.to().equals(address))
                .toList();
    }

    /** WaitMessages for a number of mails with that in their subject, and returns the latest. */
    public ReadableMail await(int count, String subject) {
        return org.awaitility.Awaitility.await()
                .until(
                        () -> mails().stream()
                                .filter(mail -> mail.subject().contains(subject))
                                .toList(),
                        found -> found.size() >= count)
                .getLast();
    }

    /** Whether a mail brings a secret. */
    public static boolean hasKey(ReadableMail mail) {
        return KEY.matcher(mail.text()).find();
    }

    /** The latest mail that is as wanted, by address, for all who have got one. */
    public static Map<String, ReadableMail> latestOfEverybody(Predicate<ReadableMail> wanted) {
        return RealServers.mail().names().stream()
                .map(Mailbox::read)
                .filter(wanted)
                .collect(Collectors.toMap(ReadableMail::to, Function.identity(), (earlier, later) -> later));
    }

    /** The key of a mail, in writing. */
    public static String writtenKeyOf(ReadableMail mail) {
        var written = KEY.matcher(mail.text());
        if (!written.find()) {
            throw new AssertionError("no key in the text");
        }
        return written.group(1).strip().replace(" ", "");
    }

    /** The token in a mail's link to that page, which is the first part of its path. */
    public static String tokenOf(ReadableMail mail, String page) {
        return LogCanary.partOfAnAddress(mail.text().replaceAll("(?s).*/" + page + "/([A-Za-z0-9_-]{43}).*", "$1"));
    }

    /** The app that has scanned the QR code of a mail; the key in writing must say the same. */
    public static AuthenticatorApp scan(ReadableMail mail, Clock clock) {
        return new AuthenticatorApp(keyOf(mail), clock);
    }

    /** The key of a mail, by picture and in writing. */
    public static String keyOf(ReadableMail mail) {
        var key = writtenKeyOf(mail);
        var scanned = QrReader.readKey(mail.images().values().iterator().next());
        if (!scanned.equals(key)) {
            throw new AssertionError("the picture and the text hold different keys");
        }
        return key;
    }

    private static ReadableMail read(String name) {
        return READ.computeIfAbsent(name, Mailbox::parse);
    }

    private static ReadableMail parse(String name) {
        try {
            return ReadableMail.of(name, RealServers.mail().message(name));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
