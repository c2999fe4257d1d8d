package dev.latchkey.account;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.text.InvisibleCharacters;
import dev.latchkey.common.text.ListSeparator;
import dev.latchkey.common.text.ShortText;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The domains whose addresses can be invited; a subdomain is a separate domain.
 *
 * @param domains in the form of {@link DomainName}; empty if every domain is allowed
 */
public record EmailDomains(List<String> domains) {

    /** Every domain is allowed. */
    public static final EmailDomains ALL = new EmailDomains(List.of());

    private static final int MOST = 100;

    /** The longest list that is parsed, in characters: {@link #MOST} long names with separators. */
    private static final int LONGEST_TYPED = 30_000;

    /** Accepts what {@link #parse} and {@link #ofStored} have read. */
    public EmailDomains {
        domains = List.copyOf(domains);
    }

    /**
     * Parses what a person typed, with or without an @ before each.
     *
     * @throws RefusedException if something in it is no domain, or there are too many
     */
    public static EmailDomains parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            throw new RefusedException("settings.email-domains.too-many", MOST);
        }
        var domains = new TreeSet<String>();
        var start = 0;
        for (var end = 0; end <= typed.length(); end++) {
            if (end == typed.length() || ListSeparator.isAny(typed.charAt(end))) {
                var part = InvisibleCharacters.strip(typed.substring(start, end));
                if (!part.isEmpty()) {
                    domains.add(domain(part));
                }
                if (domains.size() > MOST) {
                    throw new RefusedException("settings.email-domains.too-many", MOST);
                }
                start = end + 1;
            }
        }
        return new EmailDomains(List.copyOf(domains));
    }

    /** Parses what {@link #stored} wrote; entries that are no longer valid domains stay, and allow nobody. */
    public static EmailDomains ofStored(String stored) {
        return stored.isEmpty() ? ALL : new EmailDomains(Arrays.asList(stored.split(" ")));
    }

    /** The domains as one text, as stored. */
    public String stored() {
        return String.join(" ", domains);
    }

    /** Whether an address of that domain, in the form of {@link DomainName}, can be invited. */
    public boolean allow(String domain) {
        return domains.isEmpty() || domains.contains(domain);
    }

    private static String domain(String typed) {
        return DomainName.parse(typed.startsWith("@") ? typed.substring(1) : typed)
                .filter(DomainName::isQualified)
                .map(DomainName::ascii)
                .orElseThrow(() -> new RefusedException("settings.email-domains.invalid", ShortText.of(typed)));
    }
}
