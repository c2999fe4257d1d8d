package dev.latchkey.twofactor.totp;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.modulith.NamedInterface;

/** Draws QR codes with characters, two modules each, for terminals. */
@NamedInterface("api")
public final class TerminalQrCode {

    // By number, independent of the colour scheme: dark on light whatever the terminal's colours are
    private static final String BLACK_ON_WHITE = "\u001B[38;5;16;48;5;231m";
    private static final String OWN_COLOURS = "\u001B[0m";

    private static final char BOTH = '█';
    private static final char UPPER = '▀';
    private static final char LOWER = '▄';
    private static final char NEITHER = ' ';

    private TerminalQrCode() {}

    /**
     * Draws a text's QR code with its quiet zone.
     *
     * @param coloured whether the terminal supports colours; without them, dark is the terminal's text colour
     */
    public static String of(String text, boolean coloured) {
        var modules = QrCode.modules(text);
        return IntStream.iterate(0, row -> row < modules.getHeight(), row -> row + 2)
                .mapToObj(row -> IntStream.range(0, modules.getWidth())
                        .mapToObj(column -> String.valueOf(character(
                                modules.get(column, row),
                                row + 1 < modules.getHeight() && modules.get(column, row + 1))))
                        .collect(Collectors.joining()))
                .map(line -> coloured ? BLACK_ON_WHITE + line + OWN_COLOURS : line)
                .collect(Collectors.joining("\n"));
    }

    private static char character(boolean upper, boolean lower) {
        if (upper) {
            return lower ? BOTH : UPPER;
        }
        return lower ? LOWER : NEITHER;
    }
}
