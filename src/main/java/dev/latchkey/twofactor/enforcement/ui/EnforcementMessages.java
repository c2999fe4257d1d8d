package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.latchkey.account.Account;
import dev.latchkey.component.Times;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.twofactor.enforcement.group.EnforcedGroup;
import dev.latchkey.twofactor.enforcement.group.GroupEnforcement;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;

/** What pages say of the enforcement. */
@NamedInterface("ui")
public final class EnforcementMessages {

    private EnforcementMessages() {}

    /** Whether it is off, on, or planned, and since or from when. */
    public static String state(Component view, Enforcement enforcement, GroupEnforcement groups, Account account) {
        var since = account.enforcedSince();
        if (since == null) {
            var names = groups.all().stream()
                    .filter(groups::isOn)
                    .map(EnforcedGroup::name)
                    .collect(Collectors.joining(", "));
            return names.isEmpty()
                    ? view.getTranslation("enforcement.off")
                    : view.getTranslation("enforcement.off-but-groups", names);
        }
        var key = enforcement.isOn(account) ? "enforcement.on" : "enforcement.planned";
        return view.getTranslation(key, Times.text(UI.getCurrent(), since));
    }
}
