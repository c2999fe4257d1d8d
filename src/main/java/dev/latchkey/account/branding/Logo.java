package dev.latchkey.account.branding;

import org.springframework.modulith.NamedInterface;

/**
 * The organisation's logo, as {@link LogoImage} has drawn it.
 *
 * @param hash names this picture and no other
 * @param png the picture
 * @param width in pixels
 * @param height in pixels
 */
@NamedInterface("api")
public record Logo(String hash, byte[] png, int width, int height) {

    /** Where everybody can load it. */
    public static final String PATH = "/organisation/logo";

    private static final int SHOWN_WIDTH = LogoImage.WIDTH / 2;
    private static final int SHOWN_HEIGHT = LogoImage.HEIGHT / 2;

    /** Its address, which is another one for another picture. */
    public String address() {
        return PATH + "?v=" + hash;
    }

    /** The width in which it is shown, in CSS pixels: a large one at half its size, for sharp screens. */
    public int shownWidth() {
        return Math.max(1, (int) Math.round(width * scale()));
    }

    /** The height in which it is shown, in CSS pixels. */
    public int shownHeight() {
        return Math.max(1, (int) Math.round(height * scale()));
    }

    private double scale() {
        return Math.min(1, Math.min((double) SHOWN_WIDTH / width, (double) SHOWN_HEIGHT / height));
    }

    @Override
    public String toString() {
        return "Logo[" + hash + "]";
    }
}
