package dev.latchkey.mail.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.common.client.Client;
import dev.latchkey.common.text.ReaderTime;
import dev.latchkey.mail.MailBlock;
import dev.latchkey.mail.MailContent;
import dev.latchkey.mail.MailOccasion;
import dev.latchkey.support.LatchkeyTest;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What mail programs and filters go by. */
@LatchkeyTest
class MessageHeadersTest {

    private static final Pattern ID = Pattern.compile("<[0-9a-f-]{36}@example\\.com>");

    @Autowired
    private MailRenderer renderer;

    @Test
    void FIELD_O8_each_message_has_an_id_of_the_senders_domain() throws Exception {
        var first = message();
        var second = message();

        assertThat(first.getMessageID()).matches(ID);
        assertThat(second.getMessageID()).matches(ID).isNotEqualTo(first.getMessageID());
        var before = first.getMessageID();
        first.saveChanges();
        assertThat(first.getMessageID())
                .as("what is composed anew is another message")
                .matches(ID)
                .isNotEqualTo(before);
    }

    @Test
    void FIELD_O9_each_picture_has_an_id_of_its_own_and_is_shown_by_it() throws Exception {
        var first = pictureIn(message());
        var second = pictureIn(message());

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void filters_can_tell_what_it_is() throws Exception {
        var message = message();

        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("List-Id")).containsExactly("Latchkey <latchkey.example.com>");
        assertThat(message.getHeader("List-Unsubscribe")).isNull();
        assertThat(message.getHeader("Precedence")).isNull();
    }

    private static String pictureIn(MimeMessage message) throws Exception {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        var text =
                bytes.toString(StandardCharsets.US_ASCII).replace("=\r\n", "").replace("=3D", "=");
        var id = Pattern.compile("Content-ID: (" + ID.pattern() + ")").matcher(text);
        assertThat(id.find()).isTrue();
        assertThat(text).contains("src=\"cid:" + id.group(1).replaceAll("[<>]", "") + "\"");
        return id.group(1);
    }

    private MimeMessage message() throws Exception {
        var message = renderer.render(
                new MailContent(
                        "ada@example.com",
                        new ReaderTime(Locale.UK, ReaderTime.UTC),
                        "Hello",
                        List.of(new MailBlock.SecretKey(
                                new MailBlock.SecretKey.Way("Here", "Tap"),
                                "Open the app",
                                "otpauth://totp/x",
                                "Secret Key",
                                "ABCD EFGH",
                                new MailBlock.SecretKey.Way("Elsewhere", "Scan"),
                                "a code",
                                new byte[] {1, 2, 3}))),
                0,
                new MailOccasion(Instant.EPOCH, Client.NONE));
        message.saveChanges();
        return message;
    }
}
