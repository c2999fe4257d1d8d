package dev.latchkey.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
     *     as {@code "Example Inc" <latchkey@example.com>}; without one, the company name is shown
     * @param bounceAddress the email address that mail servers send reports of undelivered mail to; the address of {@code from} by
     *     default
     * @param ehloName the name with which Latchkey introduces itself to the mail server, a domain or an address in brackets such as
     *     {@code [192.0.2.1]}; the domain of {@code from} by default
     * @param messageIdDomain the domain in the Message-ID, Content-ID and List-Id of every message; the domain of {@code from} by default
     */
    public record Sender(
            @NotNull String from,
            @Nullable String bounceAddress,
            @Nullable String ehloName,
            @Nullable String messageIdDomain) {

        private static final Pattern ADDRESS_LITERAL = Pattern.compile("\\[(?:IPv6:)?[0-9A-Fa-f.:]{2,}]");

        /** Checks the optional settings; a blank one is none. */
        public Sender {
            if (from != null && !MailAddress.isSender(from)) {
                throw new IllegalArgumentException(
                        "LATCHKEY_MAIL_FROM must be one email address with its domain in ASCII (xn--…), with or without a"
                                + " name, such as \"Example Inc\" <latchkey@example.com>, not " + from + ".");
            }
            bounceAddress = blankToNull(bounceAddress);
            ehloName = blankToNull(ehloName);
            messageIdDomain = blankToNull(messageIdDomain);
            if (bounceAddress != null && !MailAddress.isPlain(bounceAddress)) {
                throw new IllegalArgumentException(
                        "LATCHKEY_MAIL_BOUNCE_ADDRESS must be one email address without a name, with its domain in ASCII (xn--…),"
                                + " such as bounces@example.com.");
            }
            if (ehloName != null
                    && !MailAddress.isDomain(ehloName)
                    && !ADDRESS_LITERAL.matcher(ehloName).matches()) {
                throw new IllegalArgumentException(
                        "LATCHKEY_MAIL_EHLO_NAME must be the name of this machine in ASCII, such as"
                                + " latchkey.example.com, or its address in brackets, such as [192.0.2.1].");
            }
            if (messageIdDomain != null && !MailAddress.isDomain(messageIdDomain)) {
                throw new IllegalArgumentException(
                        "LATCHKEY_MAIL_MESSAGE_ID_DOMAIN must be a domain in ASCII, such as example.com.");
            }
        }

        /** The name for EHLO: as set, or the sender's domain. */
        public String nameForEhlo() {
            return ehloName == null ? MailAddress.domainOf(from) : ehloName;
        }

        /** The domain of ids in messages: as set, or the sender's. */
        public String domainOfIds() {
            return (messageIdDomain == null ? MailAddress.domainOf(from) : messageIdDomain).toLowerCase(Locale.ROOT);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
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
