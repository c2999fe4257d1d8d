package dev.latchkey.component.form;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;

/** A field for a date, typed or picked, in the reader's language and with their region's date order. */
public final class DateField extends DatePicker {

    private static final LocalDate EXAMPLE = LocalDate.of(2026, 12, 31);

    /** Creates an empty field with that label. */
    public DateField(String label) {
        super(label);
        var locale = getLocale();
        setLocale(locale);
        setClearButtonVisible(true);
        var symbols = DateFormatSymbols.getInstance(locale);
        var example =
                DateTimeFormatter.ofLocalizedPattern("yMd").withLocale(locale).format(EXAMPLE);
        setI18n(new DatePickerI18n()
                .setMonthNames(Arrays.asList(symbols.getMonths()).subList(0, 12))
                .setWeekdays(days(symbols.getWeekdays()))
                .setWeekdaysShort(days(symbols.getShortWeekdays()))
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
                .setToday(getTranslation("form.date-today"))
                .setCancel(getTranslation("dialog.cancel"))
                .setBadInputErrorMessage(getTranslation("form.date-invalid", example))
                .setMinErrorMessage(getTranslation("form.date-too-early")));
    }

    /** Java's first weekday is second, after an empty one. */
    private static List<String> days(String[] names) {
        return Arrays.asList(names).subList(1, 8);
    }
}
