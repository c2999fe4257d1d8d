package dev.latchkey.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.common.text.Language;
import dev.latchkey.demo.ReadableMail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Reads every mail that tests have made the application send, whatever they are about. */
final class EveryMail {

    private static final Map<String, Words> WORDS =
            Map.of("en", new Words(Language.ENGLISH), "de", new Words(Language.GERMAN));
    private static final Pattern LINK = Pattern.compile("https?://[^\"'\\s<]+");
    private static final Set<String> READ = ConcurrentHashMap.newKeySet();

    private EveryMail() {}

    /** Fails over a mail since the last time that is not as it must be. */
    static void assertIsAsItMustBe() {
        RealServers.mail().names().stream().filter(READ::add).forEach(EveryMail::assertIsAsItMustBe);
    }

    private static void assertIsAsItMustBe(String name) {
        try {
            var message = RealServers.mail().message(name);
            var mail = ReadableMail.of(name, message);
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.html()).isNotBlank().doesNotContain("data:", "src=\"http", "<script", "url(");
            assertThat(mail.text()).isNotBlank();
            assertThat(mail.html() + mail.text()).doesNotContain(People.PASSWORD);
            var words = WORDS.get(message.getContentLanguage()[0]);
            assertThat(mail.text().lines()).allMatch(words::contain);
            assertThat(LINK.matcher(mail.html() + " " + mail.text()).results())
                    .allMatch(link -> link.group().startsWith("https://latchkey.example/")
                            || link.group().startsWith("http://www.thymeleaf.org"));
            assertThat(mail.html().contains("cid:")).isEqualTo(!mail.images().isEmpty());
            if (mail.html().contains("class=\"qr-code\"")) {
                assertThat(mail.html().replace("&nbsp;", " ")).contains(grouped(Mailbox.keyOf(mail)));
            }
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String grouped(String key) {
        return key.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
