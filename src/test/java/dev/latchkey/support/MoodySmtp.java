package dev.latchkey.support;

import dev.latchkey.demo.MailSpool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that takes mail and forgets it unless told otherwise, except to some addresses: those it refuses, for ever or the
 * first time. It can also be slow: so that it takes some mails and leaves whoever brings the next one waiting for its answer.
 */
public final class MoodySmtp implements AutoCloseable {

    private static final int NO_END = 1_000_000;

    private final ServerSocket socket;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> refusedOnce = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(NO_END);
    private final List<String> envelope = new CopyOnWriteArrayList<>();
    private final List<String> introductions = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile boolean smtpUtf8;
    private volatile boolean login;
    private volatile @Nullable MailSpool spool;

    /** Starts it on a free port. */
    public MoodySmtp() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Hands on what it takes from now on, so that it can be read. */
    public void keepIn(MailSpool mailboxes) {
        spool = mailboxes;
    }

    /** Answers 550 for these from now on, and nobody else. */
    public void refuse(Set<String> addresses) {
        refused.clear();
        refused.addAll(addresses);
    }

    /** Answers 451 for these, once each. */
    public void refuseOnce(Set<String> addresses) {
        refusedOnce.addAll(addresses);
    }

    /** Takes that many more mails, and says nothing to the next one. */
    public void takeOnly(int mails) {
        turns.drainPermits();
        turns.release(mails);
    }

    /** Goes on, also with those who wait. */
    public void goOn() {
        turns.release(NO_END);
    }

    /** Whether somebody waits for its answer. */
    public boolean keepsSomebodyWaiting() {
        return turns.hasQueuedThreads();
    }

    /** Says from now on that it takes addresses in UTF-8 (RFC 6531). */
    public void offerSmtpUtf8() {
        smtpUtf8 = true;
    }

    /** Offers to log in from now on; takes any name and password unless it {@link #answer}s otherwise. */
    public void offerLogin() {
        login = true;
    }

    /**
     * Answers that to a command from now on, and does nothing else about it.
     *
     * @param command such as {@code RCPT}; {@code CONNECT} for its first words
     */
    public void answer(String command, String reply) {
        answers.put(command, reply);
    }

    /** Answers as it would by itself again. */
    public void answerAsUsual() {
        answers.clear();
    }

    /** The names by which its clients introduced themselves so far. */
    public List<String> introductions() {
        return List.copyOf(introductions);
    }

    /** The lines with senders and recipients so far, a character for each byte that came. */
    public List<String> envelope() {
        return List.copyOf(envelope);
    }

    /** How many mails it took for each address. */
    public Map<String, Integer> taken() {
        return Map.copyOf(taken);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void listen() {
        try {
            while (true) {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (SocketException e) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(client, answers.getOrDefault("CONNECT", "220 moody"));
            List<String> recipients = new ArrayList<>();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
                if (command.equals("RCPT") || command.equals("MAIL")) {
                    envelope.add(line);
                }
                var instead = answers.get(command);
                if (instead != null) {
                    say(client, instead);
                    continue;
                }
                switch (command) {
                    case "EHLO" -> {
                        introductions.add(line.substring("EHLO ".length()));
                        say(client, extensions());
                    }
                    case "AUTH" -> say(client, "235 2.7.0 come in");
                    case "RCPT" -> say(client, answerTo(line.replaceAll(".*<(.*)>.*", "$1"), recipients));
                    case "DATA" -> {
                        say(client, "354 go on");
                        var message = new StringBuilder();
                        for (var text = in.readLine(); text != null && !".".equals(text); text = in.readLine()) {
                            message.append(text.startsWith(".") ? text.substring(1) : text)
                                    .append("\r\n");
                        }
                        turns.acquireUninterruptibly();
                        keep(message.toString());
                        recipients.forEach(recipient -> taken.merge(recipient, 1, Integer::sum));
                        recipients.clear();
                        say(client, "250 taken");
                    }
                    case "QUIT" -> {
                        say(client, "221 bye");
                        return;
                    }
                    default -> {
                        recipients.clear();
                        say(client, "250 fine");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String message) {
        var keeper = spool;
        if (keeper != null) {
            keeper.keep(message.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private String extensions() {
        return "250-moody\r\n"
                + (login ? "250-AUTH PLAIN\r\n" : "")
                + (smtpUtf8 ? "250-8BITMIME\r\n250 SMTPUTF8" : "250 8BITMIME");
    }

    private String answerTo(String recipient, List<String> recipients) {
        if (refused.contains(recipient)) {
            return "550 5.1.1 no such mailbox here";
        }
        if (refusedOnce.remove(recipient)) {
            return "451 4.7.1 not now";
        }
        recipients.add(recipient);
        return "250 fine";
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }
}
