package dev.latchkey.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.latchkey.component.RefusedException;
import dev.latchkey.signin.SignInPaths;
import org.jspecify.annotations.Nullable;
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
        var ui = UI.getCurrent();
        var sentence = sentence(error.getThrowable(), ui);
        if (ui != null) {
            ui.access(() -> Notification.show(sentence).addThemeVariants(NotificationVariant.ERROR));
        }
    }

    private static String sentence(Throwable cause, @Nullable UI ui) {
        if (cause instanceof RefusedException refused) {
            return text(ui, refused.messageKey(), refused.arguments());
        }
        if (cause instanceof AccessDeniedException) {
            return text(ui, "error.denied");
        }
        LOG.error("A request from a page failed", cause);
        return text(ui, "error.trouble");
    }

    private static String text(@Nullable UI ui, String key, Object... arguments) {
        return ui == null ? key : ui.getTranslation(key, arguments);
    }
}
