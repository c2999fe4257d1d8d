package dev.latchkey.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogFloodFilterTest {

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        context.addTurboFilter(new LogFloodFilter());
        log.start();
        context.getLogger("ROOT").addAppender(log);
        context.getLogger("ROOT").setLevel(Level.INFO);
    }

    @Test
    void FIELD_A8_of_one_message_a_few_are_written_and_then_that_more_are_left_out() {
        for (var i = 0; i < 1_000; i++) {
            context.getLogger("com.vaadin").error("bad request {}", i, new IllegalArgumentException());
        }

        assertThat(log.list).hasSize(LogFloodFilter.MOST + 1);
        assertThat(log.list.getLast().getFormattedMessage()).contains("Skipping further messages", "bad request {}");
    }

    @Test
    void FIELD_A8_one_fault_is_one_whatever_the_message_makes_of_it() {
        for (var i = 0; i < 1_000; i++) {
            context.getLogger("org.apache").error("request " + i + " failed", fault("of " + i));
        }

        assertThat(log.list).hasSize(LogFloodFilter.MOST + 1);
        assertThat(log.list.getLast().getFormattedMessage())
                .contains("Skipping further messages", "IllegalArgumentException");
    }

    @Test
    void FIELD_A8_a_logger_that_puts_into_its_messages_what_was_sent_is_held_too() {
        for (var i = 0; i < 1_000; i++) {
            context.getLogger("org.apache").warn("parameter " + i + " cannot be read");
        }

        assertThat(log.list).hasSize(LogFloodFilter.MOST_OF_A_LOGGER + 1);
        assertThat(log.list.getLast().getFormattedMessage()).contains("Skipping further messages");
    }

    private static Exception fault(String message) {
        return new IllegalStateException(message, new IllegalArgumentException(message));
    }

    @Test
    void FIELD_A8_what_others_have_to_say_is_written_all_the_same() {
        for (var i = 0; i < 100; i++) {
            context.getLogger("com.vaadin").warn("bad request");
        }
        context.getLogger("com.vaadin").warn("something else");
        context.getLogger("org.apache").warn("bad request");
        context.getLogger("com.vaadin").info("bad request");

        assertThat(log.list.subList(LogFloodFilter.MOST + 1, log.list.size()))
                .extracting(ILoggingEvent::getLoggerName)
                .containsExactly("com.vaadin", "org.apache", "com.vaadin");
    }
}
