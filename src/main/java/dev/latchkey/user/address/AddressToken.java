package dev.latchkey.user.address;

import dev.latchkey.common.text.InvisibleCharacters;
import dev.latchkey.common.text.ListSeparator;
import java.util.ArrayList;
import java.util.List;

/**
 * A token of a line of addresses.
 *
 * @param text the content, without quotation marks or angle brackets
 * @param start where it begins in the line, inclusive
 * @param end where it ends, exclusive
 */
record AddressToken(Kind kind, String text, int start, int end) {

    enum Kind {
        WORD,
        QUOTED,
        IN_ANGLES,
        COMMA,
        SEMICOLON
    }

    /** Splits a line into tokens; a token without a letter or digit, such as a bullet, is left out. */
    static List<AddressToken> of(String line) {
        var scanner = new Scanner(line);
        while (scanner.at < line.length()) {
            scanner.next();
        }
        return scanner.tokens;
    }

    /** Whether there is a letter, a digit or an @ in the text. */
    static boolean saysSomething(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || c == '@');
    }

    boolean is(Kind other) {
        return kind == other;
    }

    private static final class Scanner {

        private final String line;
        private final List<AddressToken> tokens = new ArrayList<>();
        // No closing character follows from here on; otherwise each of many would be searched for up to the end
        private int lastQuote;
        private final int lastAngle;
        private int at;

        Scanner(String line) {
            this.line = line;
            lastQuote = line.length();
            lastAngle = line.lastIndexOf('>');
        }

        void next() {
            var character = line.charAt(at);
            if (ListSeparator.isComma(character)) {
                take(Kind.COMMA, "", at + 1);
            } else if (ListSeparator.isSemicolon(character)) {
                take(Kind.SEMICOLON, "", at + 1);
            } else if (InvisibleCharacters.isBlank(character) || InvisibleCharacters.isInvisible(character)) {
                at++;
            } else if (character == '<' && at < lastAngle) {
                var close = line.indexOf('>', at);
                take(Kind.IN_ANGLES, line.substring(at + 1, close), close + 1);
            } else if (character == '"' && at < lastQuote) {
                quoted();
            } else {
                word(at);
            }
        }

        private void quoted() {
            var said = new StringBuilder();
            for (var end = at + 1; end < line.length(); end++) {
                var character = line.charAt(end);
                if (character == '"') {
                    if (line.startsWith("@", end + 1)) {
                        word(end + 1);
                    } else {
                        take(Kind.QUOTED, said.toString(), end + 1);
                    }
                    return;
                }
                if (character == '\\' && end + 1 < line.length()) {
                    end++;
                }
                said.append(line.charAt(end));
            }
            lastQuote = at;
            word(at);
        }

        private void word(int from) {
            var end = from + 1;
            while (end < line.length() && !endsWord(end)) {
                end++;
            }
            take(Kind.WORD, line.substring(at, end), end);
        }

        private boolean endsWord(int index) {
            return ListSeparator.isAny(line.charAt(index)) || line.charAt(index) == '<' && index < lastAngle;
        }

        private void take(Kind kind, String text, int end) {
            if (kind != Kind.WORD || saysSomething(text)) {
                tokens.add(new AddressToken(kind, text, at, end));
            }
            at = end;
        }
    }
}
