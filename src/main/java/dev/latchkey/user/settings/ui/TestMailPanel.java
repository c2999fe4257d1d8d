package dev.latchkey.user.settings.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.latchkey.user.settings.TestMail;
import org.springframework.modulith.NamedInterface;

/** Says through which server mail leaves, and sends a test mail. */
@NamedInterface("ui")
public class TestMailPanel extends Composite<Div> {

    /** Shows the settings that the operator has made. */
    public TestMailPanel(long actorId, TestMail testMail) {
        var hint = new Paragraph(getTranslation("test-mail.hint", testMail.server(), testMail.sender()));
        hint.addClassName("hint");
        var send = new Button(
                getTranslation("test-mail.send"),
                click -> new TestMailDialog(testMail.server(), testMail.send(actorId)).open());
        getContent().addClassName("test-mail");
        getContent().add(hint, send);
    }
}
