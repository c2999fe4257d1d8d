package dev.latchkey.ui.access;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import dev.latchkey.component.BuiltInWords;
import dev.latchkey.user.UserGroup;
import dev.latchkey.user.UserGroups;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field for some of the user groups. */
class GroupChoice extends MultiSelectComboBox<UserGroup> {

    private final UserGroups groups;

    GroupChoice(UserGroups groups) {
        BuiltInWords.in(this);
        setLabel(getTranslation("users.groups"));
        this.groups = groups;
        setItems(groups.all());
        setItemLabelGenerator(UserGroup::name);
        setWidthFull();
    }

    /** Chooses the groups of these ids, of those that there are now. */
    void choose(Set<Long> ids) {
        setItems(groups.all());
        setValue(getListDataView()
                .getItems()
                .filter(group -> ids.contains(group.id()))
                .collect(Collectors.toSet()));
    }

    /** The name of the group of that id, whether it is new or was deleted since the field was filled; empty if never seen. */
    String nameOf(long id) {
        return Stream.concat(groups.all().stream(), getListDataView().getItems())
                .filter(group -> group.id() == id)
                .map(UserGroup::name)
                .findFirst()
                .orElse("");
    }

    /** The ids of the groups that are chosen. */
    Set<Long> ids() {
        return getValue().stream().map(UserGroup::id).collect(Collectors.toSet());
    }
}
