package dev.latchkey.ui.users;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.latchkey.component.grid.ListFilters;
import dev.latchkey.component.page.AddressFilters;
import dev.latchkey.twofactor.directory.MemberFilter;
import dev.latchkey.twofactor.directory.ReachFilter;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.group.UserGroupSummary;
import java.util.List;
import java.util.Locale;

/** The fields that choose which users are listed. */
class UserFilters extends Composite<ListFilters> {

    private final TextField search = new TextField();
    private final Select<UserStatus> status = new Select<>();
    private final Select<TwoFactorChoice> twoFactor = new Select<>();
    private final Select<ReachFilter> reach = new Select<>();
    private final Select<UserGroupSummary> group = new Select<>();

    UserFilters(List<UserGroupSummary> groups) {
        search.setLabel(getTranslation("users.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        prepare(status, "users.status", List.of(UserStatus.values()), this::words);
        prepare(twoFactor, "users.state", List.of(TwoFactorChoice.values()), choice -> getTranslation(choice.key()));
        prepare(reach, "users.reach", List.of(ReachFilter.values()), this::words);
        prepare(group, "users.group", groups, UserGroupSummary::name);
        twoFactor.addClassName("wide-choice");
    }

    @Override
    protected ListFilters initContent() {
        return new ListFilters(search, List.of(status, twoFactor, reach, group));
    }

    /** Keeps them in the address of the page. */
    void keepIn(AddressFilters address) {
        address.addText("search", search);
        address.addChoice("status", status, List.of(UserStatus.values()), UserFilters::inAddress);
        address.addChoices(twoFactor, List.of(TwoFactorChoice.values()), TwoFactorChoice::inAddress);
        address.addChoice("reach", reach, List.of(ReachFilter.values()), UserFilters::inAddress);
        address.addChoice(
                "group", group, group.getListDataView().getItems().toList(), some -> Long.toString(some.id()));
    }

    /** What is chosen. */
    MemberFilter chosen() {
        var choice = twoFactor.getOptionalValue();
        return new MemberFilter(
                search.getValue().strip(),
                choice.flatMap(TwoFactorChoice::state).orElse(null),
                group.getOptionalValue().map(UserGroupSummary::id).orElse(null),
                status.getValue(),
                choice.flatMap(TwoFactorChoice::secret).orElse(null),
                reach.getValue());
    }

    /** Moves the focus to the first of them. */
    void focusSearch() {
        search.focus();
    }

    static String inAddress(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private <T> void prepare(Select<T> field, String labelKey, List<T> items, ItemLabelGenerator<T> words) {
        var anything = getTranslation("users.any");
        field.setLabel(getTranslation(labelKey));
        field.setItems(items);
        field.setItemLabelGenerator(value -> value == null ? anything : words.apply(value));
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(anything);
    }

    private String words(UserStatus value) {
        return getTranslation(UserStateKeys.of(value));
    }

    private String words(ReachFilter value) {
        return getTranslation(
                switch (value) {
                    case REFUSED -> "users.reach.refused";
                    case NEVER -> "users.reach.never";
                    case UNREACHABLE -> "users.reach.unreachable";
                });
    }
}
