package dev.latchkey.mail;

import org.jspecify.annotations.Nullable;

/** Whose mail it is: the organisation that users know, as it is at the moment of sending. */
public interface Letterhead {

    /** The name above each message and of its sender. */
    String name();

    /** Its logo; null if there is none. */
    @Nullable
    Picture logo();

    /**
     * A PNG.
     *
     * @param width in CSS pixels
     * @param height in CSS pixels
     */
    record Picture(byte[] png, int width, int height) {

        @Override
        public String toString() {
            return "Picture[" + width + " x " + height + "]";
        }
    }
}
