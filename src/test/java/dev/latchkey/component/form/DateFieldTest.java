package dev.latchkey.component.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.ViewTest;
import org.junit.jupiter.api.Test;

class DateFieldTest extends ViewTest {

    @Test
    void speaks_the_language_and_writes_in_the_order_of_the_readers_region() {
        signIn(people.member());
        var british = new DateField("Day").getI18n();
        assertThat(british.getMonthNames()).startsWith("January").hasSize(12);
        assertThat(british.getFirstDayOfWeek()).isEqualTo(1);
        assertThat(british.getBadInputErrorMessage()).isEqualTo(text("form.date-invalid", "31/12/2026"));

        signInInGerman(people.member());
        var german = new DateField("Tag").getI18n();
        assertThat(german.getMonthNames()).startsWith("Januar");
        assertThat(german.getWeekdays()).startsWith("Sonntag").hasSize(7);
        assertThat(german.getBadInputErrorMessage()).isEqualTo(text("form.date-invalid", "31.12.2026"));
        assertThat(german.getMinErrorMessage()).isEqualTo(text("form.date-too-early"));
    }
}
