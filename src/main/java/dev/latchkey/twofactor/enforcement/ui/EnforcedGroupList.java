package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.latchkey.component.Confirmation;
import dev.latchkey.component.Times;
import dev.latchkey.twofactor.enforcement.group.EnforcedGroup;
import dev.latchkey.twofactor.enforcement.group.GroupEnforcement;
import dev.latchkey.user.access.StepUpGate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The user groups that need codes, now or from a date, each with a way to end that. */
final class EnforcedGroupList extends Composite<Div> {

    private final long actorId;
    private final GroupEnforcement groups;
    private final StepUpGate gate;
    private final Consumer<Supplier<String>> flip;
    private final UnorderedList lines = new UnorderedList();

    /**
     * Creates the list for an administrator.
     *
     * @param flip carries an action out and shows what it returns
     */
    EnforcedGroupList(long actorId, GroupEnforcement groups, StepUpGate gate, Consumer<Supplier<String>> flip) {
        this.actorId = actorId;
        this.groups = groups;
        this.gate = gate;
        this.flip = flip;
        var title = new Paragraph(getTranslation("enforcement.groups"));
        title.addClassName("field-label");
        getContent().addClassName("enforced-groups");
        getContent().add(title, lines);
    }

    /** Shows the current state. */
    void refresh() {
        lines.removeAll();
        groups.all().forEach(group -> lines.add(new ListItem(words(group), end(group))));
        setVisible(lines.getComponentCount() > 0);
    }

    private Component words(EnforcedGroup group) {
        return new Span(getTranslation(
                groups.isOn(group) ? "enforcement.group.on" : "enforcement.group.planned",
                group.name(),
                Times.text(UI.getCurrent(), group.since()),
                group.activeMembers()));
    }

    private Button end(EnforcedGroup group) {
        var key = groups.isOn(group) ? "enforcement.group.stop" : "enforcement.plan.cancel";
        var end = new Button(getTranslation(key), click -> askToEnd(group));
        end.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        end.setAriaLabel(getTranslation("groups.action-on", getTranslation(key), group.name()));
        return end;
    }

    private void askToEnd(EnforcedGroup group) {
        Confirmation.confirmDestructive(
                this,
                getTranslation("enforcement.group.stop.title", group.name()),
                getTranslation("enforcement.group.stop.text"),
                getTranslation("dialog.confirm"),
                () -> gate.pass(() -> flip.accept(() -> lift(group))));
    }

    private String lift(EnforcedGroup group) {
        groups.lift(actorId, group);
        return getTranslation("enforcement.group.stopped", group.name());
    }
}
