package dev.latchkey.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.latchkey.signin.SignInPaths;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What a person is told when a click fails or their session has ended: a sentence, never a stack trace. */
@Component
class ErrorNotices implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorNotices.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(ErrorNotices::tell));
        event.getSource().setSystemMessagesProvider(info -> {
            var messages = new CustomizedSystemMessages();
            messages.setSessionExpiredNotificationEnabled(false);
            messages.setSessionExpiredURL(SignInPaths.SESSION_ENDED);
            return messages;
        });
    }

    private static void tell(ErrorEvent error) {
        var denied = error.getThrowable() instanceof AccessDeniedException;
        if (!denied) {
            LOG.error("A request from a page failed", error.getThrowable());
        }
        var ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notification.show(ui.getTranslation(denied ? "error.denied" : "error.trouble"))
                    .addThemeVariants(NotificationVariant.ERROR));
        }
    }
}
