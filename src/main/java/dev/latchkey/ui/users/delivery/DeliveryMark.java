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
 * none, except one that waited when the page was opened.
 */
class DeliveryMark extends Button implements DeliveryPart {

    private final Member member;
    private final MailRetry retry;
    private @Nullable Delivery shown;
    private boolean waited;

    DeliveryMark(Member member, MailRetry retry) {
        this.member = member;
        this.retry = retry;
        addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        addClassName("delivery-mark");
        addClickListener(click -> open());
    }

    @Override
    public long userId() {
        return member.id();
    }

    @Override
    public void show(@Nullable Delivery mail) {
        shown = mail;
        waited |= mail != null && mail.status() == DeliveryStatus.WAITING;
        setVisible(mail != null && (mail.status() == DeliveryStatus.FAILED || waited));
        if (mail == null || !isVisible()) {
            return;
        }
        var words = DeliveryMessages.state(this, mail);
        if (!words.equals(getAriaLabel().orElse(""))) {
            setAriaLabel(words);
            setTooltipText(words);
            setIcon(new SvgIcon("icons/" + sign(mail) + ".svg"));
            setClassName("failed", mail.status() == DeliveryStatus.FAILED);
        }
    }

    private static String sign(Delivery mail) {
        return switch (mail.status()) {
            case FAILED -> "alert";
            case WAITING -> "clock";
            case SENT, SUPERSEDED -> "check";
        };
    }

    private void open() {
        if (shown != null) {
            new DeliveryDialog(member, shown, retry).open();
        }
    }
}
