package dev.latchkey.user.setup;

import dev.latchkey.mail.MailProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Writes the set-up link of an empty installation to the log, which only its owner can read. */
@Component
class SetUpLinkAnnouncer implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SetUpLinkAnnouncer.class);

    private final AccountSetUp setUp;
    private final MailProperties properties;

    SetUpLinkAnnouncer(AccountSetUp setUp, MailProperties properties) {
        this.setUp = setUp;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        setUp.issueLink()
                .ifPresent(token -> LOG.info(
                        "There is no user yet. Create the first administrator within {} minutes at {}",
                        AccountSetUp.LINK_LIFE.toMinutes(),
                        properties.linkTo("/setup/" + token)));
    }
}
