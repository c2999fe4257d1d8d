package dev.latchkey.user.address;

import dev.latchkey.user.address.AddressToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Consecutive words of a line of addresses, without a comma or an address between them; perhaps a name. */
final class AddressPhrase {

    // Letters, with the punctuation that names have; a dot only at the end of a word
    private static final Pattern WORD_OF_NAME =
            Pattern.compile("[(“”„‘‚«‹']?\\p{L}[\\p{L}\\p{M}'’‘‐\\-\\u200c\\u200d]*+\\.?[)“”’»›]?");

    private final String line;
    private final List<AddressToken> tokens = new ArrayList<>();

    AddressPhrase(String line) {
        this.line = line;
    }

    void add(AddressToken token) {
        tokens.add(token);
    }

    int start() {
        return tokens.getFirst().start();
    }

    int end() {
        return tokens.getLast().end();
    }

    /** The words without quotation marks. */
    String text() {
        return tokens.stream().map(AddressToken::text).collect(Collectors.joining(" "));
    }

    boolean hasSeveralWords() {
        return tokens.size() > 1 || tokens.getFirst().is(Kind.QUOTED);
    }

    /** Whether it looks like a name, and not like an address without its @: quoted, several words, or a capital letter. */
    boolean looksLikeName() {
        return tokens.stream()
                        .allMatch(token -> token.is(Kind.QUOTED)
                                || WORD_OF_NAME.matcher(token.text()).matches())
                && (hasSeveralWords() || !Character.isLowerCase(line.codePointAt(start())));
    }
}
