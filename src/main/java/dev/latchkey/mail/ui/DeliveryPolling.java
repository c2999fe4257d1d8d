package dev.latchkey.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** Polls while mails are being delivered, so that the page stays current: as often as the part that asks most often. */
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

    private void set(UI ui, Pace pace) {
        var paces = ComponentUtil.getData(ui, Paces.class);
        if (paces == null) {
            paces = new Paces(new IdentityHashMap<>());
            ComponentUtil.setData(ui, Paces.class, paces);
        }
        if (pace == Pace.NEVER) {
            paces.of().remove(this);
        } else {
            paces.of().put(this, pace);
        }
        ui.setPollInterval(paces.of().values().stream()
                .mapToInt(wanted -> wanted.milliseconds)
                .min()
                .orElse(Pace.NEVER.milliseconds));
    }

    /** What the parts of a page want. */
    private record Paces(Map<DeliveryPolling, Pace> of) {}

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
