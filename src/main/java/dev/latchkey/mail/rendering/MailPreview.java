package dev.latchkey.mail.rendering;

import dev.latchkey.common.client.Client;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailOccasion;
import dev.latchkey.mail.smtp.UnusableAddressException;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.mail.MailPreparationException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Shows a message as a mail program would: its HTML part, with the pictures of the other parts in it. */
@Component
@NamedInterface("api")
public class MailPreview {

    private final MailRenderer renderer;
    private final Clock clock;

    MailPreview(MailRenderer renderer, Clock clock) {
        this.renderer = renderer;
        this.clock = clock;
    }

    /**
     * The page that is the rendered message. It has styles of its own and no script, so serve it under a policy that allows no more.
     *
     * @throws MailPreparationException if mail cannot go to its recipient's address
     */
    public String html(MailContent content) {
        try {
            var message = renderer.render(content, 0, new MailOccasion(clock.instant(), Client.NONE));
            message.saveChanges();
            var pictures = new HashMap<String, String>();
            var html = htmlOf(message, pictures);
            for (var picture : pictures.entrySet()) {
                html = html.replace("cid:" + picture.getKey(), picture.getValue());
            }
            return html;
        } catch (IOException | MessagingException | UnusableAddressException e) {
            throw new MailPreparationException(e);
        }
    }

    /** The HTML of a part, and its pictures by their Content-ID as addresses that contain them. */
    private static String htmlOf(Part part, Map<String, String> pictures) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            var html = new StringBuilder();
            for (var i = 0; i < parts.getCount(); i++) {
                html.append(htmlOf(parts.getBodyPart(i), pictures));
            }
            return html.toString();
        }
        if (part.isMimeType("text/html")) {
            return (String) part.getContent();
        }
        if (part.isMimeType("image/*") && part instanceof MimePart picture && picture.getContentID() != null) {
            var id = picture.getContentID().replaceAll("^<|>$", "");
            var type = part.getContentType().replaceAll("[;\\s].*", "");
            var bytes = part.getInputStream().readAllBytes();
            pictures.put(id, "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes));
        }
        return "";
    }
}
