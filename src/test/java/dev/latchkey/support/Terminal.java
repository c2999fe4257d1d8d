package dev.latchkey.support;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** A terminal of a colour scheme, as far as block elements and the colours around them go. */
public final class Terminal {

    private static final int PIXELS = 4;
    private static final int MARGIN = 20;
    private static final String BLACK_ON_WHITE = "\u001B[38;5;16;48;5;231m";
    private static final Pattern ESCAPE = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final Pattern BLOCKS = Pattern.compile("[ █▀▄]*[█▀▄][ █▀▄]*");

    private final Color text;
    private final Color background;

    private Terminal(Color text, Color background) {
        this.text = text;
        this.background = background;
    }

    /** Light on dark. */
    public static Terminal dark() {
        return new Terminal(new Color(0xd0d0d0), new Color(0x101010));
    }

    /** Dark on light. */
    public static Terminal light() {
        return new Terminal(new Color(0x202020), new Color(0xfdf6e3));
    }

    /** What somebody photographs of the blocks on it. */
    public byte[] picture(String printed) {
        var lines = printed.lines()
                .filter(line ->
                        line.startsWith(BLACK_ON_WHITE) || BLOCKS.matcher(line).matches())
                .toList();
        var image = image(lines);
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "PNG", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private BufferedImage image(List<String> lines) {
        var columns = ESCAPE.matcher(lines.getFirst()).replaceAll("").length();
        var image = new BufferedImage(
                columns * PIXELS + 2 * MARGIN, lines.size() * 2 * PIXELS + 2 * MARGIN, BufferedImage.TYPE_INT_RGB);
        fill(image, 0, 0, image.getWidth(), image.getHeight(), background);
        for (var row = 0; row < lines.size(); row++) {
            var own = lines.get(row).startsWith(BLACK_ON_WHITE);
            var characters = ESCAPE.matcher(lines.get(row)).replaceAll("");
            for (var column = 0; column < columns; column++) {
                var character = characters.charAt(column);
                var dark = own ? Color.BLACK : text;
                var light = own ? Color.WHITE : background;
                var x = MARGIN + column * PIXELS;
                var y = MARGIN + row * 2 * PIXELS;
                fill(image, x, y, PIXELS, PIXELS, character == '█' || character == '▀' ? dark : light);
                fill(image, x, y + PIXELS, PIXELS, PIXELS, character == '█' || character == '▄' ? dark : light);
            }
        }
        return image;
    }

    private static void fill(BufferedImage image, int x, int y, int width, int height, Color colour) {
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(x, y, width, height);
        graphics.dispose();
    }
}
