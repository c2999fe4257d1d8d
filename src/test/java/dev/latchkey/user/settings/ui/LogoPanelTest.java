package dev.latchkey.user.settings.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.latchkey.component.form.PictureButton;
import dev.latchkey.support.People;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.enforcement.ui.AuthenticationSettingsView;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

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

        choose(Base64.getEncoder().encodeToString(picture()));

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

        for (var sent : List.of(Base64.getEncoder().encodeToString("<svg/>".getBytes(UTF_8)), "", "no Base64")) {
            choose(sent);
            assertThat(shown()).contains(text("logo.refused.kind"));
            assertThat(isDialogOpen()).isFalse();
        }

        choose(Base64.getEncoder().encodeToString(picture()));
        assertThat(shown()).doesNotContain(text("logo.refused.kind"));
        assertThat(jdbc.queryForList("SELECT * FROM organisation_logo")).isEmpty();
        type("login.password", People.PASSWORD);
        press("step-up.submit");
        assertThat(jdbc.queryForList("SELECT * FROM organisation_logo")).hasSize(1);
    }

    @Test
    void nothing_is_decoded_before_the_user_has_confirmed_their_identity() {
        signInLongAgo(people.administrator());
        open(AuthenticationSettingsView.class);

        choose(Base64.getEncoder().encodeToString(Arrays.copyOf(picture(), 40)));
        assertThat(shown()).doesNotContain(text("logo.refused.kind"));
        type("login.password", People.PASSWORD);
        press("step-up.submit");

        assertThat(shown()).contains(text("logo.refused.kind"));
        assertThat(jdbc.queryForList("SELECT * FROM organisation_logo")).isEmpty();
    }

    /** As the script of the button sends it. */
    private static void choose(String sent) {
        var input = one(PictureButton.class).getElement().getChild(1);
        input.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(
                        input,
                        "picture-chosen",
                        JsonNodeFactory.instance.objectNode().put("event.detail", sent)));
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
