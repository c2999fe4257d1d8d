package dev.latchkey.account;

import dev.latchkey.component.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The domains whose addresses can be invited; a subdomain is a domain of its own.
 *
 * @param domains in lower case; empty where every domain is allowed
 */
public record EmailDomains(List<String> domains) {

    /** Every domain is allowed. */
    public static final EmailDomains ALL = new EmailDomains(List.of());

    private static final int MOST = 100;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");

    // RFC 1035, 2.3.4: labels of 63, names of 253 characters
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

    /** Refuses what is no domain, and too many of them, with a {@link RefusedException}. */
    public EmailDomains {
        domains = List.copyOf(domains);
        if (domains.size() > MOST) {
            throw new RefusedException("settings.email-domains.too-many", MOST);
        }
        for (var domain : domains) {
            if (!DOMAIN.matcher(domain).matches()) {
                throw new RefusedException("settings.email-domains.invalid", domain);
            }
        }
    }

    /**
     * Reads what a person typed, with or without an @ before each.
     *
     * @throws RefusedException where something in it is no domain, or they are too many
     */
    public static EmailDomains parse(String typed) {
        return new EmailDomains(SEPARATORS
                .splitAsStream(typed.toLowerCase(Locale.ROOT))
                .map(domain -> domain.startsWith("@") ? domain.substring(1) : domain)
                .filter(domain -> !domain.isEmpty())
                .distinct()
                .sorted()
                .toList());
    }

    /** Reads what {@link #stored} wrote. */
    static EmailDomains ofStored(String stored) {
        return stored.isEmpty() ? ALL : new EmailDomains(Arrays.asList(stored.split(" ")));
    }

    String stored() {
        return String.join(" ", domains);
    }

    /** Whether an address of that domain can be invited. */
    public boolean allow(String domain) {
        return domains.isEmpty() || domains.contains(domain);
    }
}
