package dev.latchkey.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** Polls while mails are being delivered, so that the page stays current. */
@NamedInterface("ui")
public final class DeliveryPolling {

    private final Component page;
    private @Nullable Registration listener;

    /**
     * Polls while the component is shown, at an interval that is set each time.
     *
     * @param ask shows the current state
     */
    public DeliveryPolling(Component page, Runnable ask) {
        this.page = page;
        page.addAttachListener(attached -> listener = attached.getUI().addPollListener(poll -> ask.run()));
        page.addDetachListener(detached -> {
            set(detached.getUI(), Pace.NEVER);
            if (listener != null) {
                listener.remove();
            }
        });
    }

    /** Polls at that interval from now on. */
    public void pace(Pace pace) {
        page.getUI().ifPresent(ui -> set(ui, pace));
    }

    private static void set(UI ui, Pace pace) {
        ui.setPollInterval(pace.milliseconds);
    }

    /** The interval. */
    public enum Pace {
        /** While mails are being sent. */
        BRISK(1_000),
        /** While all remaining mails wait for a retry. */
        PATIENT(5_000),
        /** When nothing changes any more. */
        NEVER(-1);

        private final int milliseconds;

        Pace(int milliseconds) {
            this.milliseconds = milliseconds;
        }
    }
}
