package dev.latchkey.account;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.IDNA;
import dev.latchkey.common.text.InvisibleCharacters;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A domain in the form in which it is stored, compared and used in mail: ASCII, in lower case, as browsers convert what people type
 * (UTS 46, nontransitional). {@code bücher.example} and {@code xn--bcher-kva.example} are the same.
 */
public record DomainName(String ascii) {

    /** The longest text that is parsed, in characters: no name of RFC 1035's 255 bytes is longer in any spelling. */
    private static final int LONGEST_TYPED = 1_024;

    /** No language puts more marks on one letter (UAX 15, Stream-Safe Text Format). */
    private static final int MOST_MARKS = 30;

    private static final IDNA UTS_46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    // Browsers allow it (WHATWG URL, CheckHyphens=false), and such names are registered
    private static final Set<IDNA.Error> NO_HARM = EnumSet.of(IDNA.Error.HYPHEN_3_4);

    // RFC 1035, 2.3.4: labels of 63, names of 253 characters; RFC 3696, 2: the last label is not all digits
    private static final Pattern ASCII = Pattern.compile(
            "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*(?![0-9]+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** Parses what a person typed; empty if it is no domain, or an IP address. */
    public static Optional<DomainName> parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var name = InvisibleCharacters.removeButJoiners(InvisibleCharacters.strip(typed));
        if (!isStreamSafe(name)) {
            return Optional.empty();
        }
        var info = new IDNA.Info();
        var ascii = toAscii(name, info);
        if (info.getErrors().contains(IDNA.Error.CONTEXTJ)) {
            // A joiner where no script needs one: domains are not written like this, so it was pasted
            info = new IDNA.Info();
            ascii = toAscii(InvisibleCharacters.remove(name), info);
        }
        return NO_HARM.containsAll(info.getErrors()) && ASCII.matcher(ascii).matches()
                ? Optional.of(new DomainName(ascii))
                : Optional.empty();
    }

    /** Whether it has a dot, as every domain has that mail comes to from outside. */
    boolean isQualified() {
        return ascii.indexOf('.') > 0;
    }

    /** Sorting marks needs time quadratic in their number. */
    private static boolean isStreamSafe(String name) {
        var marks = 0;
        for (var i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            marks = UCharacter.getCombiningClass(name.codePointAt(i)) == 0 ? 0 : marks + 1;
            if (marks > MOST_MARKS) {
                return false;
            }
        }
        return true;
    }

    private static String toAscii(String name, IDNA.Info info) {
        return UTS_46.nameToASCII(name, new StringBuilder(), info).toString();
    }
}
