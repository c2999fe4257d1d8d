package dev.latchkey.account.branding;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.Sha256;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.modulith.NamedInterface;

/**
 * Draws a new picture from one that somebody uploaded: only what can be seen gets into it, no metadata, no script, nothing that
 * follows the picture in its file. Nothing touches the disk.
 */
@NamedInterface("api")
public final class LogoImage {

    /** The longest file that is read, in bytes. */
    public static final int LONGEST_FILE = 150 * 1024;

    /** The most pixels that are decoded: a file of some kilobytes can claim to be gigabytes of them. */
    public static final int MOST_PIXELS = 4_000_000;

    /** The widest picture that is drawn, in pixels. */
    public static final int WIDTH = 320;

    /** The highest picture that is drawn, in pixels. */
    public static final int HEIGHT = 96;

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
    private static final Map<String, byte[]> KINDS = Map.of("png", PNG, "jpeg", JPEG);

    // A progressive JPEG has about ten, each of which is decoded over all pixels
    private static final int MOST_SCANS = 40;
    private static final byte MARKER = (byte) 0xff;
    private static final byte START_OF_SCAN = (byte) 0xda;

    private static final int HASH_CHARACTERS = 32;

    private LogoImage() {}

    /**
     * Refuses what is not worth decoding, without decoding anything.
     *
     * @throws RefusedException if it is no PNG or JPEG, is too long or is stored in too many scans
     */
    public static void requireDrawable(byte[] uploaded) {
        kindOf(uploaded);
    }

    /**
     * Draws the picture, in {@value #WIDTH} by {@value #HEIGHT} pixels at most; a small one stays small.
     *
     * @throws RefusedException if it is no PNG or JPEG, cannot be decoded, is too long, has too many pixels or is stored in too
     *     many scans
     */
    public static Logo of(byte[] uploaded) {
        var drawn = fitted(decoded(kindOf(uploaded), uploaded));
        var png = encoded(drawn);
        var hash = HexFormat.of().formatHex(Sha256.digest().digest(png)).substring(0, HASH_CHARACTERS);
        return new Logo(hash, png, drawn.getWidth(), drawn.getHeight());
    }

    private static String kindOf(byte[] uploaded) {
        if (uploaded.length > LONGEST_FILE) {
            throw new RefusedException("logo.refused.size", LONGEST_FILE / 1024);
        }
        var kind = KINDS.entrySet().stream()
                .filter(known -> startsWith(uploaded, known.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new RefusedException("logo.refused.kind"));
        if (kind.equals("jpeg") && scansIn(uploaded) > MOST_SCANS) {
            throw new RefusedException("logo.refused.scans");
        }
        return kind;
    }

    /** Never less than there are: within the data of a scan, FF is followed by something else. */
    private static long scansIn(byte[] jpeg) {
        return IntStream.range(1, jpeg.length)
                .filter(at -> jpeg[at] == START_OF_SCAN && jpeg[at - 1] == MARKER)
                .count();
    }

    private static BufferedImage decoded(String kind, byte[] uploaded) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(uploaded))) {
            // Without metadata, of which a compressed text can be as large as it likes
            reader.setInput(input, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new RefusedException("logo.refused.pixels", MOST_PIXELS / 1_000_000);
            }
            return reader.read(0);
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoders throw whatever a damaged file leads them to
            throw new RefusedException("logo.refused.kind");
        } finally {
            reader.dispose();
        }
    }

    /** In steps of a half, because one step would leave out most of the pixels. */
    private static BufferedImage fitted(BufferedImage image) {
        var scale = Math.min(1, Math.min((double) WIDTH / image.getWidth(), (double) HEIGHT / image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var step = image;
        do {
            step = scaled(step, Math.max(width, step.getWidth() / 2), Math.max(height, step.getHeight() / 2));
        } while (step.getWidth() > width || step.getHeight() > height);
        return step;
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = scaled.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
            return scaled;
        } finally {
            graphics.dispose();
        }
    }

    private static byte[] encoded(BufferedImage image) {
        var png = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
