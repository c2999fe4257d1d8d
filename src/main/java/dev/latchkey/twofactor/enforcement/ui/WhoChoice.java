package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.latchkey.component.ComponentI18n;
import dev.latchkey.twofactor.enforcement.group.GroupOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom enforcement is for: everybody, or the members of chosen user groups. */
final class WhoChoice extends Composite<Div> {

    /** Who. */
    private enum Who {
        EVERYBODY,
        GROUPS
    }

    private final RadioButtonGroup<Who> who = new RadioButtonGroup<>();
    private final MultiSelectComboBox<GroupOption> groups = ComponentI18n.in(new MultiSelectComboBox<GroupOption>());
    private final List<Runnable> whenChanged = new ArrayList<>();

    /** Creates a choice that proposes everybody. */
    WhoChoice(List<GroupOption> options) {
        who.setLabel(getTranslation("enforcement.who"));
        who.setItems(Who.values());
        who.setItemLabelGenerator(choice -> getTranslation(
                switch (choice) {
                    case EVERYBODY -> "enforcement.who.everybody";
                    case GROUPS -> "enforcement.who.groups";
                }));
        who.setValue(Who.EVERYBODY);
        who.addValueChangeListener(change -> refresh());
        groups.setLabel(getTranslation("users.groups"));
        groups.setHelperText(getTranslation("enforcement.who.hint"));
        groups.setItems(options);
        groups.setItemLabelGenerator(GroupOption::name);
        groups.setManualValidation(true);
        groups.setErrorMessage(getTranslation("enforcement.who.none"));
        groups.setWidthFull();
        groups.setVisible(false);
        groups.addValueChangeListener(change -> refresh());
        getContent().add(who, groups);
    }

    /** Does this now, and again whenever something else has been chosen. */
    void follow(Runnable action) {
        whenChanged.add(action);
        action.run();
    }

    /** Whether it is for the members of groups, chosen yet or not. */
    boolean isForGroups() {
        return who.getValue() == Who.GROUPS;
    }

    /** The ids of the chosen groups; empty for everybody. */
    Set<Long> groupIds() {
        return isForGroups() ? groups.getValue().stream().map(GroupOption::id).collect(Collectors.toSet()) : Set.of();
    }

    /** Whether somebody is chosen; if not, the field says so. */
    boolean isAcceptable() {
        var acceptable = !isForGroups() || !groups.getValue().isEmpty();
        groups.setInvalid(!acceptable);
        if (!acceptable) {
            groups.focus();
        }
        return acceptable;
    }

    private void refresh() {
        groups.setVisible(isForGroups());
        groups.setInvalid(false);
        whenChanged.forEach(Runnable::run);
    }
}
