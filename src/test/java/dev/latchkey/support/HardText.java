package dev.latchkey.support;

/** Text that is dear to look at, in the form in which a form or an address carries it. */
public enum HardText {
    /** Marks in the wrong order, which normalizing sorts. */
    MARKS("\u0315", "\u0300", 1),
    /** One character that becomes eighteen. */
    EXPANDING("\ufdfa", "\ufdfa", 1),
    /** What nobody sees. */
    INVISIBLE("\u200b", "\u2060", 1),
    /** Half a character, as no text can hold it. */
    SURROGATES("%ED%A0%80", "%ED%B0%80", 3),
    /** A character in its longest spelling. */
    PERCENT("%CC%95", "%25", 1),
    /** What a parser goes down into. */
    NESTED("[", "{", 1),
    /** Labels of a domain, none of which is one. */
    LABELS("a@xn--a.", "xn--\u00fc.", 8),
    /** Addresses and lists of them. */
    SEPARATORS("@", ",", 1),
    /** Digits of another script. */
    DIGITS("\u0661", "\uff11", 1),
    /** Letters that grow when they change their case. */
    CASES("\u0130", "\u00df", 1),
    /** Characters of four bytes and two units. */
    ASTRAL("\ud835\udfd8", "\ud83d\udd11", 2),
    /** Nothing to be seen, but much of it. */
    SPACES("+", "%09", 1);

    private final String first;
    private final String second;
    private final int unitsEach;

    HardText(String first, String second, int unitsEach) {
        this.first = first;
        this.second = second;
        this.unitsEach = unitsEach;
    }

    /** One with that many UTF-16 units, once it is read. */
    public String ofUnits(int units) {
        var text = repeated(units / unitsEach);
        return text + "a".repeat(units - units / unitsEach * unitsEach);
    }

    /** The longest that a message of that many bytes holds. */
    public String ofBytes(int bytes) {
        var both = (first + second).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        return repeated(Math.max(0, bytes / both * 2));
    }

    private String repeated(int times) {
        return first.repeat(times - times / 2) + second.repeat(times / 2);
    }
}
