package dev.latchkey.twofactor.enrolment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.latchkey.twofactor.totp.AppEntry;
import java.util.Optional;

/** The section of the profile that replaces the user's authenticator app, and shows if there is a reason to replace it. */
final class AuthenticatorAppSection extends Composite<Div> {

    private final Paragraph entry = new Paragraph();
    private final Paragraph mailed = new Paragraph();

    AuthenticatorAppSection(Runnable replace) {
        entry.addClassName("hint");
        mailed.setText(getTranslation("profile.app.mailed"));
        mailed.addClassName("hint");
        var explanation = new Paragraph(getTranslation("profile.app.explanation"));
        explanation.addClassName("hint");
        getContent().addClassName("two-factor-part");
        getContent()
                .add(
                        new H3(getTranslation("profile.app")),
                        entry,
                        mailed,
                        explanation,
                        new Button(getTranslation("profile.app.replace"), click -> replace.run()));
    }

    void show(boolean secretMailed, Optional<AppEntry> name) {
        mailed.setVisible(secretMailed);
        entry.setVisible(name.isPresent());
        name.ifPresent(known -> entry.setText(getTranslation("profile.app.entry", known.text())));
    }
}
