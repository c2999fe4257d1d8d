package dev.latchkey.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.Test;

class EmailTextTest {

    @Test
    void a_long_address_goes_on_before_its_at_or_a_dot_and_is_copied_as_it_is() {
        var text = new EmailText("mia.member@example.com").getElement();

        assertThat(text.getTextRecursively()).isEqualTo("mia.member@example.com");
        assertThat(text.getChildren().filter(Element::isTextNode).map(Element::getText))
                .containsExactly("mia", ".member", "@example", ".com");
    }
}
