package dev.latchkey.support;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** The camera of a phone. */
public final class QrReader {

    private QrReader() {}

    /** The text in a picture of a QR code. */
    public static String read(byte[] picture) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                    .getText();
        } catch (IOException | ReaderException e) {
            throw new AssertionError("no QR code", e);
        }
    }

    /** The key in a picture of a QR code of an {@code otpauth:} address. */
    public static String readKey(byte[] picture) {
        return read(picture).replaceAll(".*[?&]secret=([A-Z2-7]+).*", "$1");
    }
}
