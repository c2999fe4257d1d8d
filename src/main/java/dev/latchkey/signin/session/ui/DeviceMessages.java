package dev.latchkey.signin.session.ui;

import com.vaadin.flow.component.Component;
import dev.latchkey.common.client.Device;

/** Describes a device for the user. */
public final class DeviceMessages {

    private DeviceMessages() {}

    /** The device in the language of the view. */
    public static String of(Component view, Device device) {
        return view.getTranslation(
                "sessions.device",
                device.browser().isEmpty() ? view.getTranslation("sessions.unknown-browser") : device.browser(),
                device.operatingSystem().isEmpty()
                        ? view.getTranslation("sessions.unknown-system")
                        : device.operatingSystem());
    }
}
