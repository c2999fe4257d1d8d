package dev.latchkey.user.settings.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Image;
import dev.latchkey.account.branding.LogoImage;
import dev.latchkey.component.form.FilePicker;
import dev.latchkey.support.ChosenFile;
import dev.latchkey.support.People;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.enforcement.ui.AuthenticationSettingsView;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogoPanelTest extends ViewTest {

    @AfterEach
    void asBefore() {
        jdbc.update("DELETE FROM organisation_logo");
    }

    @Test
    void a_logo_is_drawn_stored_shown_and_removed_and_each_is_in_the_audit_trail() {
        signIn(people.administrator());
        open(AuthenticationSettingsView.class);
        assertThat(shown()).contains(text("logo.none"));

        choose(picture());

        assertThat(told()).containsExactly(text("logo.saved"));
        var hash = jdbc.queryForObject("SELECT hash FROM organisation_logo", String.class);
        assertThat(one(Image.class).getSrc()).isEqualTo("/organisation/logo?v=" + hash);
        assertThat(one(Image.class).getAlt()).contains("Example Inc");
        press("logo.remove");

        assertThat(jdbc.queryForList("SELECT * FROM organisation_logo")).isEmpty();
        assertThat(audited())
                .satisfiesExactlyInAnyOrder(
                        entry -> assertThat(entry.toString()).startsWith("ORGANISATION_LOGO_CHANGED"),
                        entry -> assertThat(entry.toString()).startsWith("ORGANISATION_LOGO_REMOVED"));
    }

    @Test
    void what_is_no_picture_is_refused_in_words_before_anything_else_is_asked() {
        signInLongAgo(people.administrator());
        open(AuthenticationSettingsView.class);

        for (var sent : List.of("<svg/>".getBytes(UTF_8), new byte[0])) {
            choose(sent);
            assertThat(shown()).contains(text("logo.refused.kind"));
            assertThat(isDialogOpen()).isFalse();
        }

        ChosenFile.sendPart(one(FilePicker.class), "logo.png", 0, 9, "no Base64");
        assertThat(shown()).contains(text("file.unreadable"));
        ChosenFile.sendPart(one(FilePicker.class), "logo.png", 0, LogoImage.LONGEST_FILE + 1, "");
        assertThat(shown()).contains(text("file.too-large-kb", LogoImage.LONGEST_FILE / 1024));

        choose(picture());
        assertThat(shown()).doesNotContain(text("logo.refused.kind"), text("file.unreadable"));
        assertThat(jdbc.queryForList("SELECT * FROM organisation_logo")).isEmpty();
        type("login.password", People.PASSWORD);
        press("step-up.submit");
        assertThat(jdbc.queryForList("SELECT * FROM organisation_logo")).hasSize(1);
    }

    @Test
    void nothing_is_decoded_before_the_user_has_confirmed_their_identity() {
        signInLongAgo(people.administrator());
        open(AuthenticationSettingsView.class);

        choose(Arrays.copyOf(picture(), 40));
        assertThat(shown()).doesNotContain(text("logo.refused.kind"));
        type("login.password", People.PASSWORD);
        press("step-up.submit");

        assertThat(shown()).contains(text("logo.refused.kind"));
        assertThat(jdbc.queryForList("SELECT * FROM organisation_logo")).isEmpty();
    }

    private static void choose(byte[] file) {
        ChosenFile.send(one(FilePicker.class), "logo.png", file);
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(100, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
