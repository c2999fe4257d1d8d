package dev.latchkey.ui.users.delivery;

import com.vaadin.flow.component.html.Span;
import dev.latchkey.mail.delivery.Delivery;
import dev.latchkey.mail.ui.DeliveryMessages;
import org.jspecify.annotations.Nullable;

/** A line about the latest mail to a user, on a card. */
class DeliveryLine extends Span implements DeliveryPart {

    private final long userId;
    private final String headerKey;

    DeliveryLine(long userId, String headerKey) {
        this.userId = userId;
        this.headerKey = headerKey;
        addClassName("row-line");
    }

    @Override
    public long userId() {
        return userId;
    }

    @Override
    public void show(@Nullable Delivery mail) {
        var text = mail == null ? "" : DeliveryMessages.state(this, mail);
        setVisible(!text.isEmpty());
        // An unchanged text is not announced again by screen readers
        var line = text.isEmpty() ? "" : getTranslation("grid.line", getTranslation(headerKey), text);
        if (!line.equals(getText())) {
            setText(line);
        }
    }
}
