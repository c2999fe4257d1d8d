package dev.latchkey.support;

import static org.awaitility.Awaitility.await;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The camera of a phone. */
public final class QrReader {

    // What it leaves out at each edge: a frame around the code may be taken for a part of it
    private static final List<Double> CLOSER = List.of(0.0, 0.04, 0.08, 0.1);

    private QrReader() {}

    /** The text in a picture of a QR code; as with a phone, the first look does not always find it. */
    public static String read(byte[] picture) {
        return find(picture).orElseThrow(() -> new AssertionError("no QR code"));
    }

    /** The same on a page, where it may still be about to appear. */
    public static String read(Locator onPage) {
        // Playwright's objects belong to the thread that made them
        return await("a QR code")
                .pollInSameThread()
                .until(() -> find(onPage.screenshot()), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<String> find(byte[] picture) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            return CLOSER.stream()
                    .flatMap(share -> look(new BufferedImageLuminanceSource(image)
                            .crop(
                                    (int) (image.getWidth() * share),
                                    (int) (image.getHeight() * share),
                                    (int) (image.getWidth() * (1 - 2 * share)),
                                    (int) (image.getHeight() * (1 - 2 * share)))))
                    .findFirst();
        } catch (IOException e) {
            throw new AssertionError("no picture", e);
        }
    }

    private static Stream<String> look(LuminanceSource light) {
        return Stream.of(
                        look(new HybridBinarizer(light), Map.of()),
                        look(new HybridBinarizer(light), Map.of(DecodeHintType.TRY_HARDER, true)),
                        look(new GlobalHistogramBinarizer(light), Map.of(DecodeHintType.TRY_HARDER, true)),
                        look(new GlobalHistogramBinarizer(light), Map.of(DecodeHintType.PURE_BARCODE, true)))
                .flatMap(Optional::stream);
    }

    private static Optional<String> look(Binarizer binarizer, Map<DecodeHintType, ?> hints) {
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(binarizer), hints)
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    /** The key in a picture of a QR code of an {@code otpauth:} address. */
    public static String readKey(byte[] picture) {
        return keyIn(read(picture));
    }

    /** The same on a page. */
    public static String readKey(Locator onPage) {
        return keyIn(read(onPage));
    }

    private static String keyIn(String uri) {
        return uri.replaceAll(".*[?&]secret=([A-Z2-7]+).*", "$1");
    }
}
