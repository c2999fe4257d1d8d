package dev.latchkey.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;

/** An email address, isolated as {@link Isolated} is; where it is too long for a line, it goes on below before its @ or a dot. */
@Tag("bdi")
public final class EmailText extends HtmlContainer {

    private static final String BEFORE_A_SIGN = "(?=[@.])";

    /** Shows the address. */
    public EmailText(String address) {
        for (var part : address.split(BEFORE_A_SIGN)) {
            getElement().appendChild(Element.createText(part), new Element("wbr"));
        }
    }
}
