package dev.latchkey.account.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.common.RefusedException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an administrator uploads is shown to everybody who logs in, so only pixels may come out. */
class LogoImageTest {

    @Test
    void a_large_picture_is_drawn_within_the_bounds_and_keeps_its_proportions() throws IOException {
        var logo = LogoImage.of(png(1_600, 400));

        assertThat(logo.width()).isEqualTo(320);
        assertThat(logo.height()).isEqualTo(80);
        assertThat(logo.shownWidth()).isEqualTo(160);
        assertThat(logo.shownHeight()).isEqualTo(40);
        var drawn = ImageIO.read(new ByteArrayInputStream(logo.png()));
        assertThat(drawn.getWidth()).isEqualTo(320);
        assertThat(new Color(drawn.getRGB(80, 40))).isEqualTo(Color.RED);
        assertThat(new Color(drawn.getRGB(240, 40))).isEqualTo(Color.BLUE);
    }

    @Test
    void a_small_picture_stays_as_it_is_and_a_thin_one_does_not_vanish() {
        var small = LogoImage.of(png(40, 20));
        assertThat(small.width()).isEqualTo(40);
        assertThat(small.shownWidth()).isEqualTo(40);

        var thin = LogoImage.of(png(4_000, 2));
        assertThat(thin.height()).isOne();
        assertThat(thin.shownHeight()).isOne();
    }

    @Test
    void a_jpeg_becomes_a_png() {
        assertThat(LogoImage.of(encoded(picture(300, 90, BufferedImage.TYPE_INT_RGB), "jpeg"))
                        .png())
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void the_same_picture_has_the_same_address_and_another_one_another() {
        assertThat(LogoImage.of(png(40, 20)).address())
                .isEqualTo(LogoImage.of(png(40, 20)).address())
                .isNotEqualTo(LogoImage.of(png(40, 22)).address());
    }

    @Test
    void what_a_file_holds_besides_its_pixels_is_gone() {
        var payload = "<script>alert(1)</script>";
        var withText = withChunk(png(40, 20), "tEXt", ("Comment\0" + payload).getBytes(StandardCharsets.ISO_8859_1));
        var polyglot = join(png(40, 20), ("PK\3\4" + payload).getBytes(StandardCharsets.ISO_8859_1));

        for (var uploaded : new byte[][] {withText, polyglot}) {
            assertThat(text(uploaded)).contains(payload);
            assertThat(text(LogoImage.of(uploaded).png())).doesNotContain("script", "tEXt", "PK\3\4");
        }
    }

    @ParameterizedTest
    @MethodSource
    void what_is_no_png_or_jpeg_is_refused_whatever_it_calls_itself(byte[] uploaded) {
        assertThatThrownBy(() -> LogoImage.of(uploaded))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("logo.refused.kind"));
    }

    static Stream<byte[]> what_is_no_png_or_jpeg_is_refused_whatever_it_calls_itself() {
        var signature = Arrays.copyOf(png(2, 2), 8);
        return Stream.of(
                new byte[0],
                new byte[] {(byte) 0x89},
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
                join(signature, "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)),
                join(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, new byte[2_000]),
                encoded(picture(20, 20, BufferedImage.TYPE_INT_RGB), "gif"),
                encoded(picture(20, 20, BufferedImage.TYPE_INT_RGB), "bmp"),
                Arrays.copyOf(png(400, 400), 120));
    }

    @Test
    void a_file_that_claims_more_pixels_than_are_decoded_is_refused_before_it_is() {
        var claimsMuch = withSize(png(2, 2), 60_000, 60_000);

        assertThatThrownBy(() -> LogoImage.of(claimsMuch))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("logo.refused.pixels"));
    }

    @Test
    void a_jpeg_of_very_many_scans_is_refused_before_they_are_decoded() {
        var scans = new byte[1_000];
        for (var at = 0; at < scans.length; at += 2) {
            scans[at] = (byte) 0xff;
            scans[at + 1] = (byte) 0xda;
        }
        var uploaded = join(encoded(picture(20, 20, BufferedImage.TYPE_INT_RGB), "jpeg"), scans);

        assertThatThrownBy(() -> LogoImage.of(uploaded))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("logo.refused.scans"));
    }

    @Test
    void a_compressed_text_of_gigabytes_is_not_unpacked() {
        var packed = new ByteArrayOutputStream();
        try (var zipped = new java.util.zip.DeflaterOutputStream(packed)) {
            zipped.write(new byte[50_000_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var bomb = withChunk(
                png(40, 20), "zTXt", join("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1), packed.toByteArray()));
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();

        assertThat(LogoImage.of(bomb).width()).isEqualTo(40);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000_000);
    }

    @Test
    void a_file_that_is_too_long_is_refused_unread() {
        assertThatThrownBy(() -> LogoImage.of(new byte[LogoImage.LONGEST_FILE + 1]))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("logo.refused.size"));
    }

    private static byte[] png(int width, int height) {
        return encoded(picture(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** Red on the left, blue on the right. */
    private static BufferedImage picture(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, format, bytes)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** With another chunk before the picture's own, which begin after the signature and the header. */
    private static byte[] withChunk(byte[] png, String name, byte[] content) {
        var afterHeader = 8 + 25;
        return join(
                join(Arrays.copyOf(png, afterHeader), chunk(name, content)),
                Arrays.copyOfRange(png, afterHeader, png.length));
    }

    private static byte[] withSize(byte[] png, int width, int height) {
        var header = Arrays.copyOfRange(png, 16, 29);
        ByteBuffer.wrap(header).putInt(width).putInt(height);
        return join(join(Arrays.copyOf(png, 8), chunk("IHDR", header)), Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] chunk(String name, byte[] content) {
        var named = join(name.getBytes(StandardCharsets.US_ASCII), content);
        var sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
