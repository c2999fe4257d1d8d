package dev.latchkey.ui.error;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.latchkey.common.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Shows a message when a click fails or the session has ended; never a stack trace. */
@Component
class ErrorNotices implements VaadinServiceInitListener {

    private static final int READING_MILLISECONDS = 10_000;
    // What is pressed next may mend it, and then it would still be said, and still be read by screen readers
    private static final String GONE_WITH_THE_NEXT_PRESS =
            "document.addEventListener('click', () => { this.opened = false; }, {capture: true, once: true})";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorNotices.class);

    private final MessageSource messages;

    ErrorNotices(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(ErrorNotices::show));
        event.getSource().setSystemMessagesProvider(info -> {
            var told = new CustomizedSystemMessages();
            told.setSessionExpiredNotificationEnabled(false);
            // Reloads the page, which leads to the sign-in with an explanation, and afterwards back to the page
            told.setSessionExpiredURL(null);
            told.setInternalErrorCaption(messages.getMessage("error.title", null, info.getLocale()));
            told.setInternalErrorMessage(messages.getMessage("error.reload", null, info.getLocale()));
            told.setSyncErrorCaption(messages.getMessage("error.title", null, info.getLocale()));
            told.setSyncErrorMessage(messages.getMessage("error.reload", null, info.getLocale()));
            return told;
        });
    }

    static void show(ErrorEvent error) {
        var ui = UI.getCurrent();
        var sentence = sentence(error.getThrowable(), ui);
        // A page whose session ended during the request cannot show anything any more
        if (ui != null && ui.getSession() != null) {
            ui.access(() -> {
                var notice = Notification.show(sentence);
                notice.addThemeVariants(NotificationVariant.ERROR);
                notice.setAssertive(true);
                notice.setDuration(READING_MILLISECONDS);
                notice.getElement().executeJs(GONE_WITH_THE_NEXT_PRESS);
            });
        }
    }

    private static String sentence(Throwable cause, @Nullable UI ui) {
        if (cause instanceof RefusedException refused) {
            return text(ui, refused.messageKey(), refused.arguments());
        }
        if (cause instanceof AccessDeniedException) {
            return text(ui, "error.denied");
        }
        if (SenderFault.isCauseOf(cause)) {
            // Its message quotes the request, and such requests must not fill the log
            LOG.warn(
                    "Received a request that Latchkey's pages don't send ({})",
                    cause.getClass().getName());
        } else {
            LOG.error("A request from a page failed", cause);
        }
        return text(ui, "error.trouble");
    }

    private static String text(@Nullable UI ui, String key, Object... arguments) {
        return ui == null ? key : ui.getTranslation(key, arguments);
    }
}
