package dev.latchkey.twofactor.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.QrReader;
import dev.latchkey.support.Terminal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalQrCodeTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 60, 140})
    void a_phone_reads_it_off_a_terminal_of_any_colours_and_off_paper(int length) {
        var text = "0123456789".repeat(length / 10 + 1).substring(0, length);
        var coloured = TerminalQrCode.of(text, true);

        assertThat(QrReader.read(Terminal.dark().picture(coloured))).isEqualTo(text);
        assertThat(QrReader.read(Terminal.light().picture(coloured))).isEqualTo(text);
        assertThat(QrReader.read(Terminal.light().picture(TerminalQrCode.of(text, false))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 60, 140})
    void it_is_a_square_of_two_modules_in_each_character_with_its_quiet_zone(int length) {
        var modules = QrCode.modules("x".repeat(length));
        var lines = TerminalQrCode.of("x".repeat(length), false).lines().toList();

        assertThat(lines).hasSize((modules.getHeight() + 1) / 2);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .hasSize(modules.getWidth())
                        .startsWith("    ")
                        .endsWith("    "));
        assertThat(lines.getFirst()).isBlank();
        assertThat(lines.getLast()).isBlank();
    }
}
