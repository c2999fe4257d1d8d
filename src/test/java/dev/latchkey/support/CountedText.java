package dev.latchkey.support;

import java.util.concurrent.atomic.AtomicLong;

/** A text that counts how often one of its characters is looked at; copying it looks at each. */
public final class CountedText implements CharSequence {

    private final String text;
    private final AtomicLong looks = new AtomicLong();

    /** Makes one that nobody has looked at. */
    public CountedText(String text) {
        this.text = text;
    }

    /** How many characters have been looked at, each as often as it was. */
    public long looks() {
        return looks.get();
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        looks.incrementAndGet();
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        looks.addAndGet(end - start);
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        looks.addAndGet(text.length());
        return text;
    }
}
