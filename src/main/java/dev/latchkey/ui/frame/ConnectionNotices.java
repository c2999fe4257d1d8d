package dev.latchkey.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** The messages while the server cannot be reached. The page retries automatically and continues where it was. */
@Component
class ConnectionNotices implements VaadinServiceInitListener {

    private static final int RETRY_MILLISECONDS = 2_000;

    // Announced to screen readers, too; the message about the restored connection is shown only for a short time
    private static final String INDICATOR = """
            const indicator = window.Vaadin.connectionIndicator;
            if (indicator) {
              const lost = ['connection-lost', 'reconnecting'];
              let old;
              indicator.onlineText = '';
              indicator.setAttribute('role', 'status');
              window.Vaadin.connectionState.addStateChangeListener((before, now) => {
                if (lost.includes(now)) {
                  clearTimeout(old);
                  indicator.onlineText = $0;
                } else if (lost.includes(before)) {
                  old = setTimeout(() => { indicator.onlineText = ''; }, 5000);
                }
              });
            }
            """;

    // After a click that was sent again, Vaadin keeps showing that it reconnects, until the next click
    private static final String RECOVERY = """
            const connection = window.Vaadin.connectionState;
            const isActive = () => Object.values(window.Vaadin.Flow.clients)
                .some(client => client.isActive && client.isActive());
            connection.addStateChangeListener((before, now) => {
              let sending = false;
              const look = now === 'reconnecting' && setInterval(() => {
                sending ||= isActive();
                if (connection.state !== 'reconnecting') {
                  clearInterval(look);
                } else if (sending && !isActive()) {
                  connection.state = 'connected';
                }
              }, 500);
            });
            """;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        // Just before the first response, when the reader's language is known
        event.getSource()
                .addUIInitListener(
                        init -> init.getUI().beforeClientResponse(init.getUI(), context -> apply(context.getUI())));
    }

    private static void apply(UI ui) {
        var reconnecting = ui.getReconnectDialogConfiguration();
        reconnecting.setDialogText(ui.getTranslation("connection.reconnecting"));
        reconnecting.setDialogTextGaveUp(ui.getTranslation("connection.lost"));
        reconnecting.setReconnectInterval(RETRY_MILLISECONDS);
        ui.getPage().executeJs(INDICATOR, ui.getTranslation("connection.back"));
        ui.getPage().executeJs(RECOVERY);
    }
}
