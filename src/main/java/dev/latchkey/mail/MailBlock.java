package dev.latchkey.mail;

/** A part of a message, rendered both as HTML and as plain text. */
public sealed interface MailBlock {

    /** A paragraph of text, already in the reader's language. */
    record Paragraph(String text) implements MailBlock {}

    /** A link, shown as a button in HTML and as a plain URL in text; it starts with the configured public URL. */
    record Link(String label, String url) implements MailBlock {}

    /**
     * The secret of an enrolment.
     *
     * @param groupedKey the Base32 key in groups of four
     * @param qrCode a PNG embedded in the message; its alternative text is the key
     */
    record SecretKey(String label, String groupedKey, String qrCodeAlternative, byte[] qrCode) implements MailBlock {

        @Override
        public String toString() {
            return "SecretKey[…]";
        }
    }

    /** For the templates, because Thymeleaf cannot match on types. */
    default String type() {
        return getClass().getSimpleName();
    }
}
