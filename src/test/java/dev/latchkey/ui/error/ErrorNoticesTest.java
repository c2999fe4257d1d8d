package dev.latchkey.ui.error;

import static org.assertj.core.api.Assertions.assertThatNoException;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import dev.latchkey.common.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErrorNoticesTest {

    @AfterEach
    void noPage() {
        UI.setCurrent(null);
    }

    @Test
    void AC_V_26_a_failure_in_a_page_whose_session_has_just_ended_is_no_failure_of_the_server() {
        UI.setCurrent(new UI());

        assertThatNoException().isThrownBy(() -> ErrorNotices.show(new ErrorEvent(new RefusedException("error.busy"))));
    }
}
