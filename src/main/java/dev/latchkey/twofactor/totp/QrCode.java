package dev.latchkey.twofactor.totp;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Draws QR codes. */
public final class QrCode {

    // ISO/IEC 18004, 6.3.8: the quiet zone is four modules wide
    private static final Map<EncodeHintType, ?> HINTS =
            Map.of(EncodeHintType.MARGIN, 4, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L);

    private static final int PIXELS_PER_MODULE = 4;

    private QrCode() {}

    /** The modules, including the quiet zone; a set one is dark. */
    static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** A black-on-white PNG with a quiet zone, every module {@value #PIXELS_PER_MODULE} pixels wide. */
    public static byte[] png(String text) {
        try {
            var writer = new QRCodeWriter();
            var size = modules(text).getWidth() * PIXELS_PER_MODULE;
            var png = new ByteArrayOutputStream();
            MatrixToImageWriter.writeToStream(
                    writer.encode(text, BarcodeFormat.QR_CODE, size, size, HINTS), "PNG", png);
            return png.toByteArray();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
