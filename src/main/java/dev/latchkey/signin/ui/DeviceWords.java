package dev.latchkey.signin.ui;

import com.vaadin.flow.component.Component;
import dev.latchkey.signin.Device;

/** Names a device to a person. */
final class DeviceWords {

    private DeviceWords() {}

    static String of(Component view, Device device) {
        return view.getTranslation(
                "sessions.device",
                device.browser().isEmpty() ? view.getTranslation("sessions.unknown-browser") : device.browser(),
                device.operatingSystem().isEmpty()
                        ? view.getTranslation("sessions.unknown-system")
                        : device.operatingSystem());
    }
}
