package dev.latchkey.mail;

import dev.latchkey.common.text.ReaderTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSource;

/** A message being written block by block, from the keys of the bundles and the arguments of their texts. */
public final class MailDraft {

    private final MessageSource messages;
    private final MailProperties properties;
    private final String address;
    private final ReaderTime times;
    private final List<MailBlock> blocks = new ArrayList<>();
    private int steps;

    MailDraft(MessageSource messages, MailProperties properties, String address, ReaderTime times) {
        this.messages = messages;
        this.properties = properties;
        this.address = address;
        this.times = times;
    }

    /** Adds a paragraph. Of arguments that are an {@link Instant}, the reader sees date, time and zone. */
    public MailDraft paragraph(String key, Object... arguments) {
        blocks.add(new MailBlock.Paragraph(text(key, arguments)));
        return this;
    }

    /** Adds the next of several steps, which are numbered from 1. */
    public MailDraft step(String key, Object... arguments) {
        blocks.add(new MailBlock.Step(++steps, text(key, arguments)));
        return this;
    }

    /** Says when it happened, and from which IP address and device as far as they are known. */
    public MailDraft occasion() {
        blocks.add(new MailBlock.Occasion(true));
        return this;
    }

    /** Says when it happened, for what somebody else than the reader did. */
    public MailDraft time() {
        blocks.add(new MailBlock.Occasion(false));
        return this;
    }

    /** Adds a link to a page of this application, by its path. */
    public MailDraft link(String labelKey, String path) {
        blocks.add(new MailBlock.Link(text(labelKey), properties.linkTo(path)));
        return this;
    }

    /**
     * Adds the secret of an enrolment.
     *
     * @param groupedKey the Base32 key in groups of four
     * @param keyUri the {@code otpauth:} URI
     * @param qrCode a PNG
     */
    public MailDraft secretKey(String groupedKey, String keyUri, byte[] qrCode) {
        blocks.add(new MailBlock.SecretKey(
                new MailBlock.SecretKey.Way(text("mail.secret.here"), text("mail.secret.here-how")),
                text("mail.secret.app-link"),
                keyUri,
                text("enrolment.secret-key"),
                groupedKey,
                new MailBlock.SecretKey.Way(text("mail.secret.elsewhere"), text("mail.secret.elsewhere-how")),
                text("enrolment.qr-code.alternative", groupedKey),
                qrCode));
        return this;
    }

    /** The finished message, with that subject. */
    public MailContent under(String subjectKey, Object... arguments) {
        return new MailContent(address, times, text(subjectKey, arguments), List.copyOf(blocks));
    }

    private String text(String key, Object... arguments) {
        var readable = Arrays.stream(arguments)
                .map(argument -> argument instanceof Instant instant ? times.inFull(instant) : argument)
                .toArray();
        return messages.getMessage(key, readable, times.locale());
    }
}
