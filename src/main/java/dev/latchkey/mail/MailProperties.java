package dev.latchkey.mail;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where messages come from and lead to.
 *
 * @param publicUrl the address under which people reach this installation; the only base of every link in a message
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

    /** The absolute address of a page. */
    public String linkTo(String path) {
        return publicUrl.toString().replaceAll("/+$", "") + path;
    }
}
