package dev.latchkey.twofactor.totp;

import dev.latchkey.common.text.BoundedText;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Codes as people type and paste them: in the digits of any script, and with invisible characters. */
public final class TypedCode {

    /** The longest text that is parsed, in UTF-16 units: a sentence with a code in it. */
    public static final int LONGEST = 256;

    private static final int DECIMAL = 10;

    private TypedCode() {}

    /** The text with digits and letters in their plain form and no invisible characters; empty if it is too long. */
    public static Optional<String> plain(@Nullable String typed) {
        return BoundedText.compatible(Objects.requireNonNullElse(typed, ""), LONGEST)
                .map(text -> text.codePoints()
                        .filter(c -> Character.getType(c) != Character.FORMAT)
                        .map(TypedCode::inAscii)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    private static int inAscii(int codePoint) {
        return Character.isDigit(codePoint) ? '0' + Character.digit(codePoint, DECIMAL) : codePoint;
    }
}
