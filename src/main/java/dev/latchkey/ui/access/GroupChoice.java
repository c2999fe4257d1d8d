package dev.latchkey.ui.access;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import dev.latchkey.component.BuiltInWords;
import dev.latchkey.user.UserGroup;
import dev.latchkey.user.UserGroups;
import java.util.Set;
import java.util.stream.Collectors;

/** A field for some of the user groups. */
class GroupChoice extends MultiSelectComboBox<UserGroup> {

    GroupChoice(UserGroups groups) {
        BuiltInWords.in(this);
        setLabel(getTranslation("users.groups"));
        setItems(groups.all());
        setItemLabelGenerator(UserGroup::name);
        setWidthFull();
    }

    /** Chooses the groups of these ids. */
    void choose(Set<Long> ids) {
        setValue(getListDataView()
                .getItems()
                .filter(group -> ids.contains(group.id()))
                .collect(Collectors.toSet()));
    }

    /** The ids of the groups that are chosen. */
    Set<Long> ids() {
        return getValue().stream().map(UserGroup::id).collect(Collectors.toSet());
    }
}
