package dev.latchkey.mail;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The sender of messages and the target of their links.
 *
 * @param publicUrl the URL at which people reach this installation; the base of every link in a message
 * @param mail the sender
 */
@ConfigurationProperties("latchkey")
public record MailProperties(URI publicUrl, Sender mail) {

    /**
     * The sender of every message.
     *
     * @param from an address
     */
    public record Sender(String from) {}

    /** The absolute URL of a page. */
    public String linkTo(String path) {
        return publicUrl.toString().replaceAll("/+$", "") + path;
    }
}
