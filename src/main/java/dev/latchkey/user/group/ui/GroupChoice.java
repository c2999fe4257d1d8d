package dev.latchkey.user.group.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import dev.latchkey.component.ComponentI18n;
import dev.latchkey.user.group.UserGroupSummary;
import dev.latchkey.user.group.UserGroups;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;

/** A field for choosing user groups. */
@NamedInterface("ui")
public class GroupChoice extends MultiSelectComboBox<UserGroupSummary> {

    private final UserGroups groups;

    /** Offers every group, none of them chosen. */
    public GroupChoice(UserGroups groups) {
        ComponentI18n.in(this);
        setLabel(getTranslation("users.groups"));
        this.groups = groups;
        setItems(groups.all());
        setItemLabelGenerator(UserGroupSummary::name);
        setWidthFull();
    }

    /** Selects the groups with these ids, if they still exist. */
    public void choose(Set<Long> ids) {
        setItems(groups.all());
        setValue(getListDataView()
                .getItems()
                .filter(group -> ids.contains(group.id()))
                .collect(Collectors.toSet()));
    }

    /** The name of the group with that id, even if it was created or deleted since the field was filled; empty if never seen. */
    public String nameOf(long id) {
        return Stream.concat(groups.all().stream(), getListDataView().getItems())
                .filter(group -> group.id() == id)
                .map(UserGroupSummary::name)
                .findFirst()
                .orElse("");
    }

    /** The ids of the selected groups. */
    public Set<Long> ids() {
        return getValue().stream().map(UserGroupSummary::id).collect(Collectors.toSet());
    }
}
