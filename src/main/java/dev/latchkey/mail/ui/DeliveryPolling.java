package dev.latchkey.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** Lets a page ask again by itself as long as mails are on their way. */
@NamedInterface("ui")
public final class DeliveryPolling {

    private final Component page;
    private @Nullable Registration listener;

    /**
     * Asks while the component is shown, at a pace that is to be given each time.
     *
     * @param ask shows how things stand now
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

    /** Asks at that pace from now on. */
    public void pace(Pace pace) {
        page.getUI().ifPresent(ui -> set(ui, pace));
    }

    private static void set(UI ui, Pace pace) {
        ui.setPollInterval(pace.milliseconds);
    }

    /** How often. */
    public enum Pace {
        /** While mails leave. */
        BRISK(1_000),
        /** While all that are left wait for another try. */
        PATIENT(5_000),
        /** When all is told. */
        NEVER(-1);

        private final int milliseconds;

        Pace(int milliseconds) {
            this.milliseconds = milliseconds;
        }
    }
}
