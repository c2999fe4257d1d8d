package dev.latchkey.twofactor.transfer.file;

import dev.latchkey.common.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file: in UTF-8 or UTF-16, with or without a byte order mark, or in the Windows-1252 of older spreadsheets. */
final class FileText {

    private static final char BOM = '\ufeff';
    private static final int LOOKED_AT = 1_000;

    private FileText() {}

    /**
     * Decodes it.
     *
     * @throws RefusedException if it is no text
     */
    static String of(byte[] content) {
        var text = decoded(content);
        if (text.indexOf('\0') >= 0) {
            throw new RefusedException("import.no-text");
        }
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }

    private static String decoded(byte[] content) {
        if (looksLikeUtf16(content, 0)) {
            return new String(content, StandardCharsets.UTF_16BE);
        }
        if (looksLikeUtf16(content, 1)) {
            return new String(content, StandardCharsets.UTF_16LE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    /** By its mark, or because the high byte of most letters, on one side, is zero. */
    private static boolean looksLikeUtf16(byte[] content, int high) {
        if (content.length < 2 || content.length % 2 != 0) {
            return false;
        }
        if ((content[high] & 0xff) == 0xfe && (content[1 - high] & 0xff) == 0xff) {
            return true;
        }
        var length = Math.min(content.length, LOOKED_AT);
        var zeros = 0;
        for (var i = high; i < length; i += 2) {
            zeros += content[i] == 0 ? 1 : 0;
        }
        return zeros * 4 > length;
    }
}
