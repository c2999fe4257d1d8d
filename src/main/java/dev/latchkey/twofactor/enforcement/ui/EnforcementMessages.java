package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.latchkey.account.Account;
import dev.latchkey.component.Times;
import dev.latchkey.twofactor.enforcement.Enforcement;
import org.springframework.modulith.NamedInterface;

/** What pages say of the enforcement. */
@NamedInterface("ui")
public final class EnforcementMessages {

    private EnforcementMessages() {}

    /** Whether it is off, on, or planned, and since or from when. */
    public static String state(Component view, Enforcement enforcement, Account account) {
        var since = account.enforcedSince();
        if (since == null) {
            return view.getTranslation("enforcement.off");
        }
        var key = enforcement.isOn(account) ? "enforcement.on" : "enforcement.planned";
        return view.getTranslation(key, Times.text(UI.getCurrent(), since));
    }
}
