package dev.latchkey.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The sender of messages and the target of their links.
 *
 * @param publicUrl the address that people use to reach Latchkey, without a path: {@code https://} or {@code http://}, a host, and
 *     its port if it isn't the usual one. Every link in a mail starts with it. With {@code https://}, cookies are {@code Secure}
 * @param mail the sender
 */
@Validated
@ConfigurationProperties("latchkey")
public record MailProperties(
        @NotNull URI publicUrl, @DefaultValue @Valid Sender mail) {

    private static final Set<String> NO_PATH = Set.of("", "/");

    public MailProperties {
        if (publicUrl != null) {
            checkAddress(publicUrl);
        }
    }

    /**
     * The sender of every message.
     *
     * @param from the sender of all mail: one email address with its domain in ASCII ({@code xn--…}), with or without a name, such
     *     as {@code "Example Inc" <latchkey@example.com>}
     */
    public record Sender(@NotNull String from) {

        public Sender {
            if (from != null && !MailAddress.isSender(from)) {
                throw new IllegalArgumentException(
                        "LATCHKEY_MAIL_FROM must be one email address with its domain in ASCII (xn--…), with or without a"
                                + " name, such as \"Example Inc\" <latchkey@example.com>, not " + from + ".");
            }
        }
    }

    /** The absolute URL of a page. */
    public String linkTo(String path) {
        return publicUrl.toString().replaceAll("/+$", "") + path;
    }

    private static void checkAddress(URI address) {
        if (!isWeb(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "LATCHKEY_PUBLIC_URL must be an http:// or https:// address, not " + address + ".");
        }
        if (!NO_PATH.contains(address.getRawPath())
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "LATCHKEY_PUBLIC_URL must end after the host and the port, because Latchkey needs"
                            + " a host name of its own and can't run below a path.");
        }
    }

    private static boolean isWeb(@Nullable String scheme) {
        return "http".equals(scheme) || "https".equals(scheme);
    }
}
