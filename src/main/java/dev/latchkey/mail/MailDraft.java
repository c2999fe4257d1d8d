package dev.latchkey.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** A message being written block by block, from the keys of the bundles and the arguments of their texts. */
public final class MailDraft {

    private final MessageSource messages;
    private final MailProperties properties;
    private final String address;
    private final Locale locale;
    private final List<MailBlock> blocks = new ArrayList<>();

    MailDraft(MessageSource messages, MailProperties properties, String address, Locale locale) {
        this.messages = messages;
        this.properties = properties;
        this.address = address;
        this.locale = locale;
    }

    /** Adds a paragraph. */
    public MailDraft paragraph(String key, Object... arguments) {
        blocks.add(new MailBlock.Paragraph(text(key, arguments)));
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
     * @param qrCode a PNG
     */
    public MailDraft secretKey(String groupedKey, byte[] qrCode) {
        blocks.add(new MailBlock.SecretKey(
                text("enrolment.secret-key"), groupedKey, text("enrolment.qr-code.alternative", groupedKey), qrCode));
        return this;
    }

    /** The finished message, with that subject. */
    public MailContent under(String subjectKey, Object... arguments) {
        return new MailContent(address, locale, text(subjectKey, arguments), List.copyOf(blocks));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
