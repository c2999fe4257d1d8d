package dev.latchkey.user.invitation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.latchkey.common.RefusedException;

/** The result of inviting one address, with the available action. */
class InvitationLine extends ListItem {

    private final String address;
    private final Span words = new Span();
    private final Button offer = new Button();
    private Runnable whenSettled = () -> {};

    InvitationLine(String address, String key, Object... more) {
        this.address = address;
        var arguments = new Object[more.length + 1];
        arguments[0] = address;
        System.arraycopy(more, 0, arguments, 1, more.length);
        words.setText(getTranslation(key, arguments));
        add(words);
    }

    /** Offers an action, which ends in {@link #settle}; after that the other one is run. */
    void offer(String key, Runnable action, Runnable whenSettled) {
        this.whenSettled = whenSettled;
        offer.setText(getTranslation(key));
        offer.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        offer.setAriaLabel(getTranslation("add-user.offer", getTranslation(key), address));
        offer.addClickListener(click -> action.run());
        add(offer);
    }

    /** Performs the offered action and shows its result or error; nothing is offered after that. */
    void settle(String doneKey, Runnable action) {
        try {
            action.run();
            words.setText(getTranslation(doneKey, address));
        } catch (RefusedException e) {
            words.setText(getTranslation("grid.line", address, getTranslation(e.messageKey(), e.arguments())));
        }
        remove(offer);
        whenSettled.run();
    }
}
