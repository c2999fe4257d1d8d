package dev.latchkey.mail.ui;

import com.vaadin.flow.component.Component;
import dev.latchkey.mail.fault.MailFault;
import org.springframework.modulith.NamedInterface;

/** Says why a mail server takes no mail and what to do, in the reader's language. */
@NamedInterface("ui")
public final class MailFaultMessages {

    private MailFaultMessages() {}

    /** In two sentences. */
    public static String text(Component view, MailFault fault) {
        return view.getTranslation(
                switch (fault) {
                    case UNKNOWN_HOST -> "mail.fault.unknown-host";
                    case NOT_LISTENING -> "mail.fault.not-listening";
                    case NO_ANSWER -> "mail.fault.no-answer";
                    case TLS -> "mail.fault.tls";
                    case LOGIN -> "mail.fault.login";
                    case SENDER -> "mail.fault.sender";
                    case RELAY -> "mail.fault.relay";
                    case RECIPIENT -> "mail.fault.recipient";
                    case BUSY -> "mail.fault.busy";
                    case REFUSED -> "mail.fault.refused";
                    case BROKEN -> "mail.fault.broken";
                });
    }
}
