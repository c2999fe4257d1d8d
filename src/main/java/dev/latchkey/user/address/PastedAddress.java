package dev.latchkey.user.address;

import dev.latchkey.common.text.InvisibleCharacters;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.EmailAddressFault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** An address as found in a text: perhaps in a {@code mailto:} link, or at the end of a sentence. */
final class PastedAddress {

    private static final String MAILTO = "mailto:";

    // No address begins or ends with one of these
    private static final String IN_FRONT = "<([{“”„‘’‚«»‹›\"";
    private static final String BEHIND = ">)]}“”„‘’‚«»‹›\".:!?";

    private PastedAddress() {}

    static EmailAddress.Reading read(String typed) {
        if (typed.length() > EmailAddress.LONGEST_TYPED) {
            return new EmailAddress.Reading.Refused(EmailAddressFault.TOO_LONG);
        }
        var text = withoutLink(InvisibleCharacters.strip(typed));
        var reading = EmailAddress.read(text);
        if (reading instanceof EmailAddress.Reading.Refused(var fault) && fault != EmailAddressFault.QUOTED) {
            var inner = EmailAddress.read(bare(text));
            return inner instanceof EmailAddress.Reading.Understood ? inner : reading;
        }
        return reading;
    }

    private static String bare(String text) {
        var inner = strip(text, IN_FRONT, BEHIND);
        // An address may begin with an apostrophe, but hardly ever also ends with one
        return inner.length() > 2 && inner.startsWith("'") && inner.endsWith("'")
                ? inner.substring(1, inner.length() - 1)
                : inner;
    }

    /** The text without such characters at its start and end. */
    static String strip(String text, String inFront, String behind) {
        var start = 0;
        var end = text.length();
        while (start < end && inFront.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && behind.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /** RFC 6068: percent-encoded, and the part after the question mark is about the message. */
    private static String withoutLink(String text) {
        if (!text.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
            return text;
        }
        var query = text.indexOf('?');
        var encoded = text.substring(MAILTO.length(), query < 0 ? text.length() : query);
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
