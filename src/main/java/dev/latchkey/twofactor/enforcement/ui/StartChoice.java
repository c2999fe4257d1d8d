package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import dev.latchkey.component.Times;
import dev.latchkey.component.form.DateField;
import dev.latchkey.twofactor.enforcement.EnforcementPlans;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** When enforcement starts: now, or at a day and time by the reader's clock. */
final class StartChoice extends Composite<Div> {

    private static final int HALF_HOURS = 48;
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** When. */
    private enum When {
        NOW,
        FROM_DATE
    }

    private final RadioButtonGroup<When> when = new RadioButtonGroup<>();
    private final DateField date = new DateField(getTranslation("enforcement.start.date"));
    private final Select<LocalTime> time = new Select<>();
    private final Div details = new Div();
    private final EnforcementPlans plans;
    private final List<Runnable> whenChanged = new ArrayList<>();

    /**
     * Creates a choice that proposes now, or the start that is planned.
     *
     * @param plans tells when enforcement can start
     */
    StartChoice(EnforcementPlans plans, @Nullable Instant planned) {
        this.plans = plans;
        when.setLabel(getTranslation("enforcement.start"));
        when.setItems(When.values());
        when.setItemLabelGenerator(choice -> getTranslation(
                switch (choice) {
                    case NOW -> "enforcement.start.now";
                    case FROM_DATE -> "enforcement.start.from-date";
                }));
        when.setValue(planned == null ? When.NOW : When.FROM_DATE);
        when.addValueChangeListener(change -> refresh());
        date.setManualValidation(true);
        var days = plans.possibleDays(Times.zone(UI.getCurrent()));
        date.setMin(days.first());
        date.setMax(days.last());
        date.addValueChangeListener(change -> refresh());
        time.setLabel(getTranslation("enforcement.start.time"));
        time.setItems(IntStream.range(0, HALF_HOURS)
                .mapToObj(half -> LocalTime.MIDNIGHT.plusMinutes(30L * half))
                .toList());
        time.setItemLabelGenerator(
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(getLocale())::format);
        time.addValueChangeListener(change -> refresh());
        propose(planned);
        var zone = Times.zone(UI.getCurrent()).getDisplayName(TextStyle.FULL, getLocale());
        var hint = new Paragraph(getTranslation("enforcement.start.hint", zone));
        hint.addClassName("hint");
        var fields = new Div(date, time);
        fields.addClassName("tools");
        details.addClassName("start-details");
        details.add(fields, hint);
        getContent().add(when, details);
        details.setVisible(planned != null);
    }

    private void propose(@Nullable Instant planned) {
        if (planned == null) {
            time.setValue(MORNING);
        } else {
            var start = planned.atZone(Times.zone(UI.getCurrent()));
            date.setValue(start.toLocalDate());
            time.setValue(start.toLocalTime());
        }
    }

    /** Does this now, and again whenever something else has been chosen. */
    void follow(Runnable action) {
        whenChanged.add(action);
        action.run();
    }

    /** Whether it starts at a date, chosen yet or not. */
    boolean isPlanned() {
        return when.getValue() == When.FROM_DATE;
    }

    /** The chosen start; empty for now. */
    Optional<OffsetDateTime> start() {
        var day = date.getValue();
        if (!isPlanned() || day == null || time.getValue() == null) {
            return Optional.empty();
        }
        return Optional.of(
                day.atTime(time.getValue()).atZone(Times.zone(UI.getCurrent())).toOffsetDateTime());
    }

    /** Whether enforcement can start then; if not, the field says why. */
    boolean isAcceptable() {
        if (!isPlanned()) {
            return true;
        }
        var acceptable =
                start().map(OffsetDateTime::toInstant).filter(plans::isPossible).isPresent();
        date.setErrorMessage(getTranslation("enforcement.refused.start"));
        date.setInvalid(!acceptable);
        if (!acceptable) {
            date.focus();
        }
        return acceptable;
    }

    private void refresh() {
        details.setVisible(isPlanned());
        date.setInvalid(false);
        whenChanged.forEach(Runnable::run);
    }
}
