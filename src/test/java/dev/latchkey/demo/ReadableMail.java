package dev.latchkey.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message taken apart.
 *
 * @param images PNG parts by the content id under which the HTML refers to them
 */
public record ReadableMail(
        String name,
        String from,
        String to,
        String subject,
        String sent,
        String html,
        String text,
        Map<String, byte[]> images) {

    /** Takes a message apart. */
    public static ReadableMail of(String name, MimeMessage message) throws MessagingException, IOException {
        var parts = new Parts();
        parts.collect(message);
        return new ReadableMail(
                name,
                String.valueOf(message.getFrom()[0]),
                String.valueOf(message.getAllRecipients()[0]),
                message.getSubject(),
                String.valueOf(message.getSentDate()),
                parts.html,
                parts.text,
                parts.images);
    }

    /** The HTML with the message's own images in the place of their references, for a browser. */
    public String htmlWithImages() {
        var page = html;
        for (var image : images.entrySet()) {
            page = page.replace(
                    "cid:" + image.getKey(),
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(image.getValue()));
        }
        return page;
    }

    private static final class Parts {

        private String html = "";
        private String text = "";
        private final Map<String, byte[]> images = new LinkedHashMap<>();

        private void collect(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    collect(multipart.getBodyPart(i));
                }
            } else if (part.isMimeType("text/html")) {
                html = (String) part.getContent();
            } else if (part.isMimeType("text/plain")) {
                text = (String) part.getContent();
            } else if (part.isMimeType("image/png")) {
                var id = part.getHeader("Content-ID")[0].replaceAll("[<>]", "");
                images.put(id, part.getInputStream().readAllBytes());
            }
        }
    }
}
