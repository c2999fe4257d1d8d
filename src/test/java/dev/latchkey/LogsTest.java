package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.LogCanary;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs after every other test, over all that they made the application log at TRACE. */
@Order(Integer.MAX_VALUE)
class LogsTest {

    @Test
    void no_log_line_holds_a_secret_a_code_a_password_or_an_otpauth_address() {
        assertThat(LogCanary.findings()).isEmpty();
    }
}
