package dev.latchkey.mail;

import java.util.List;

/** A part of a message, rendered both as HTML and as plain text. */
public sealed interface MailBlock {

    /** A paragraph of text, already in the reader's language. */
    record Paragraph(String text) implements MailBlock {}

    /**
     * One of several steps that the reader takes.
     *
     * @param number from 1
     */
    record Step(int number, String text) implements MailBlock {}

    /** A link, shown as a button in HTML and as a plain URL in text; it starts with the configured public URL. */
    record Link(String label, String url) implements MailBlock {}

    /**
     * The secret of an enrolment, for the device that shows the message and for another one.
     *
     * @param here the heading for who reads it on the phone with the app, and what they do
     * @param linkLabel of the link that opens the app; some mail programs leave the link out
     * @param keyUri the {@code otpauth:} URI
     * @param label of the key
     * @param groupedKey the Base32 key in groups of four
     * @param elsewhere the heading for who reads it on another screen, and what they do
     * @param qrCode a PNG embedded in the message; its alternative text contains the key
     */
    record SecretKey(
            Way here,
            String linkLabel,
            String keyUri,
            String label,
            String groupedKey,
            Way elsewhere,
            String qrCodeAlternative,
            byte[] qrCode)
            implements MailBlock {

        /** One way to get the secret into the app. */
        public record Way(String heading, String how) {}

        @Override
        public String toString() {
            return "SecretKey[…]";
        }
    }

    /**
     * The place where the message says when something happened.
     *
     * @param withClient whether also from where
     */
    record Occasion(boolean withClient) implements MailBlock {}

    /** Short lines about what happened, already in the reader's language. */
    record Facts(List<String> lines) implements MailBlock {}

    /** For the templates, because Thymeleaf cannot match on types. */
    default String type() {
        return getClass().getSimpleName();
    }
}
