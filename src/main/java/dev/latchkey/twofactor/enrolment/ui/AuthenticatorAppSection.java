package dev.latchkey.twofactor.enrolment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;

/** The section of the profile that replaces the user's authenticator app, and shows if there is a reason to replace it. */
final class AuthenticatorAppSection extends Composite<Div> {

    private final Paragraph mailed = new Paragraph();

    AuthenticatorAppSection(Runnable replace) {
        mailed.setText(getTranslation("profile.app.mailed"));
        mailed.addClassName("hint");
        var explanation = new Paragraph(getTranslation("profile.app.explanation"));
        explanation.addClassName("hint");
        getContent().addClassName("two-factor-part");
        getContent()
                .add(
                        new H3(getTranslation("profile.app")),
                        mailed,
                        explanation,
                        new Button(getTranslation("profile.app.replace"), click -> replace.run()));
    }

    void show(boolean secretMailed) {
        mailed.setVisible(secretMailed);
    }
}
