package dev.latchkey.support;

import dev.latchkey.audit.seal.SealPump;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.signin.code.TestSessions;
import dev.latchkey.twofactor.evidence.ObservationPump;
import dev.latchkey.twofactor.rotation.KeysetPump;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The beans that tests have beside the product's. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    People.class,
    OutboxPump.class,
    ObservationPump.class,
    SealPump.class,
    KeysetPump.class,
    PasswordLinks.class,
    Routes.class,
    ServerSessions.class,
    TestSessions.class,
    ViewWindow.class
})
class TestSupport {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    static CountedHashes countedHashes() {
        return new CountedHashes();
    }

    @Bean
    static NotedStatements notedStatements() {
        return new NotedStatements();
    }
}
