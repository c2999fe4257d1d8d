package dev.latchkey.mail.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.common.text.ReaderTime;
import dev.latchkey.mail.MailBlock;
import dev.latchkey.mail.MailContent;
import dev.latchkey.support.LatchkeyTest;
import java.util.AbstractList;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who waits for the result of a test mail always gets one. */
@LatchkeyTest
class MailTrialTest {

    @Autowired
    private MailTrial trial;

    @Test
    void an_error_of_the_jvm_is_a_result_too_and_leaves_the_place_to_the_next() throws Exception {
        assertThat(trial.begin()).isTrue();

        var result = trial.send(new MailContent(
                        "ada@example.com", new ReaderTime(Locale.ENGLISH, ReaderTime.UTC), "Test", new Bottomless()))
                .get(30, TimeUnit.SECONDS);

        assertThat(result.fault()).isNotNull();
        assertThat(result.cause()).contains("StackOverflowError");
        await().dontCatchUncaughtExceptions().until(trial::begin);
        trial.cancel();
    }

    /** Cannot be rendered. */
    private static final class Bottomless extends AbstractList<MailBlock> {

        @Override
        public MailBlock get(int index) {
            throw new StackOverflowError("bottomless");
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
