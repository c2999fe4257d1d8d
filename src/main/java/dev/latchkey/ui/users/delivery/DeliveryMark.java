package dev.latchkey.ui.users.delivery;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.SvgIcon;
import dev.latchkey.mail.DeliveryStatus;
import dev.latchkey.mail.delivery.Delivery;
import dev.latchkey.mail.ui.DeliveryMessages;
import dev.latchkey.twofactor.directory.Member;
import org.jspecify.annotations.Nullable;

/**
 * A mark at the address of a user whose latest mail waits or was refused; it opens the details. A mail that was accepted needs
 * none.
 */
class DeliveryMark extends Button {

    private final Member member;
    private final MailRetry retry;
    private @Nullable Delivery shown;

    DeliveryMark(Member member, MailRetry retry) {
        this.member = member;
        this.retry = retry;
        addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        addClassName("delivery-mark");
        addClickListener(click -> open());
    }

    /** Whose mail it is. */
    long userId() {
        return member.id();
    }

    /**
     * Shows its current state.
     *
     * @param mail null if there was none
     */
    void show(@Nullable Delivery mail) {
        shown = mail;
        setVisible(mail != null && mail.status() != DeliveryStatus.SENT && mail.status() != DeliveryStatus.SUPERSEDED);
        if (mail == null || !isVisible()) {
            return;
        }
        var words = DeliveryMessages.state(this, mail);
        if (!words.equals(getAriaLabel().orElse(""))) {
            setAriaLabel(words);
            setTooltipText(words);
            var failed = mail.status() == DeliveryStatus.FAILED;
            setIcon(new SvgIcon("icons/" + (failed ? "alert" : "clock") + ".svg"));
            setClassName("failed", failed);
        }
    }

    private void open() {
        if (shown != null) {
            new DeliveryDialog(member, shown, retry).open();
        }
    }
}
