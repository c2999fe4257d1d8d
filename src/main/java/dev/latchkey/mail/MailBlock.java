package dev.latchkey.mail;

/** A piece of a message, said once and rendered twice: as HTML and as plain text. */
public sealed interface MailBlock {

    /** A paragraph of text, already in the reader's language. */
    record Paragraph(String text) implements MailBlock {}

    /** A link, shown as a button in HTML and as a bare address in text; it starts with the configured public address. */
    record Link(String label, String url) implements MailBlock {}

    /**
     * The secret of an enrolment.
     *
     * @param groupedKey the Base32 key in groups of four
     * @param qrCode a PNG that stands in the same message; its alternative is the key
     */
    record SecretKey(String label, String groupedKey, String qrCodeAlternative, byte[] qrCode) implements MailBlock {

        @Override
        public String toString() {
            return "SecretKey[…]";
        }
    }

    /** What the templates ask, for Thymeleaf cannot match on types. */
    default String type() {
        return getClass().getSimpleName();
    }
}
