package dev.latchkey.user.address;

import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.EmailAddressFault;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses a line of addresses as mail programs and people write them: {@code Lovelace, Ada <ada@example.org>; c@example.org}. A
 * comma separates addresses and, before an address, parts of a name; anything that belongs to no address is not understood.
 */
final class AddressLine {

    private static final EmailAddress.Reading NOTHING = new EmailAddress.Reading.Refused(EmailAddressFault.NO_ADDRESS);

    private final String line;
    private final AddressFindings findings;
    // The text since the last address, split at commas
    private final List<AddressPhrase> phrases = new ArrayList<>();
    private boolean afterComma;
    // The plain address just before, to which a following name belongs
    private EmailAddress.Reading before = NOTHING;

    AddressLine(String line, AddressFindings findings) {
        this.line = line;
        this.findings = findings;
    }

    void read() {
        var tokens = AddressToken.of(line);
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            switch (token.kind()) {
                case SEMICOLON -> endOfPart();
                case COMMA -> afterComma = true;
                case IN_ANGLES -> address(token, namesBeforeAngles());
                case QUOTED, WORD -> {
                    if (token.text().indexOf('@') < 0 || isNameOfNext(tokens, i)) {
                        phrase(token);
                    } else {
                        before = address(token, namesBeforeBareAddress());
                    }
                }
            }
        }
        endOfPart();
    }

    /** Mail programs write {@code "ada@example.org" <ada@example.org>}, too. */
    private static boolean isNameOfNext(List<AddressToken> tokens, int index) {
        return tokens.get(index).is(AddressToken.Kind.QUOTED)
                && index + 1 < tokens.size()
                && tokens.get(index + 1).is(AddressToken.Kind.IN_ANGLES);
    }

    private void phrase(AddressToken token) {
        if (afterComma || phrases.isEmpty()) {
            phrases.add(new AddressPhrase(line));
        }
        phrases.getLast().add(token);
        afterComma = false;
    }

    private EmailAddress.Reading address(AddressToken token, int names) {
        var first = phrases.size() - names;
        phrases.subList(0, first).forEach(this::notUnderstood);
        var start = names == 0 ? token.start() : phrases.get(first).start();
        var name = ProposedName.of(String.join(
                ", ",
                phrases.subList(first, phrases.size()).stream()
                        .map(AddressPhrase::text)
                        .toList()));
        var reading = PastedAddress.read(token.text());
        findings.add(line.substring(start, token.end()), reading, name);
        phrases.clear();
        afterComma = false;
        before = NOTHING;
        return name.isEmpty() ? reading : NOTHING;
    }

    /** {@code Ada <…>} and {@code Lovelace, Ada <…>}; further left there can be no name of the same person. */
    private int namesBeforeAngles() {
        if (phrases.size() < 2) {
            return phrases.size();
        }
        var together = phrases.size() == 2 || !phrases.getLast().hasSeveralWords();
        return together && phrases.get(phrases.size() - 2).looksLikeName() ? 2 : 1;
    }

    /** {@code Ada Lovelace, ada@…} and {@code Lovelace, Ada, ada@…}; a single word may be a mistyped address. */
    private int namesBeforeBareAddress() {
        if (phrases.isEmpty() || !phrases.getLast().looksLikeName()) {
            return 0;
        }
        var last = phrases.getLast();
        if (phrases.size() > 1
                && !last.hasSeveralWords()
                && phrases.get(phrases.size() - 2).looksLikeName()) {
            return 2;
        }
        return last.hasSeveralWords() || !afterComma ? 1 : 0;
    }

    private void endOfPart() {
        if (phrases.size() == 1
                && phrases.getFirst().hasSeveralWords()
                && phrases.getFirst().looksLikeName()) {
            // After the address: the name comes too late for its item, and is merged into it
            if (before instanceof EmailAddress.Reading.Understood) {
                findings.add("", before, ProposedName.of(phrases.getFirst().text()));
                phrases.clear();
            }
        }
        if (!phrases.isEmpty() && phrases.stream().allMatch(AddressPhrase::looksLikeName)) {
            findings.notUnderstood(
                    line.substring(phrases.getFirst().start(), phrases.getLast().end()), EmailAddressFault.NO_ADDRESS);
        } else {
            phrases.forEach(this::notUnderstood);
        }
        phrases.clear();
        afterComma = false;
        before = NOTHING;
    }

    private void notUnderstood(AddressPhrase phrase) {
        findings.notUnderstood(line.substring(phrase.start(), phrase.end()), EmailAddressFault.NO_ADDRESS);
    }
}
