package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.demo.ReadableMail;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.People;
import dev.latchkey.support.RealServers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Reads every mail that the whole suite has produced; hence near the end. */
@LatchkeyTest
@Order(Integer.MAX_VALUE - 1)
class EveryMailTest {

    private static final Pattern LINK = Pattern.compile("https?://[^\"'\\s<]+");

    @Test
    void every_mail_of_the_suite_is_as_it_must_be() throws Exception {
        var spool = RealServers.mail();
        for (var name : spool.names()) {
            var message = spool.message(name);
            var mail = ReadableMail.of(name, message);

            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.html()).isNotBlank().doesNotContain("data:", "src=\"http", "<script", "url(");
            assertThat(mail.text()).isNotBlank();
            assertThat(mail.html() + mail.text()).doesNotContain(People.PASSWORD);
            assertThat(LINK.matcher(mail.html() + " " + mail.text()).results())
                    .allMatch(link -> link.group().startsWith("https://latchkey.example/")
                            || link.group().startsWith("http://www.thymeleaf.org"));
            assertThat(mail.html().contains("cid:")).isEqualTo(!mail.images().isEmpty());
            if (!mail.images().isEmpty()) {
                assertThat(mail.html().replace("&nbsp;", " ")).contains(grouped(Mailbox.keyOf(mail)));
            }
        }
    }

    private static String grouped(String key) {
        return key.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
