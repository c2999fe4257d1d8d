package dev.latchkey.ui.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTrailQueryTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void FIELD_P11_a_day_stands_in_the_address_with_its_zone_and_means_the_same_to_whoever_opens_it() {
        var sent = new AuditTrailQuery("", "", "", null, null, "", Set.of(), LocalDate.of(2026, 11, 27), null, BERLIN);

        var address = sent.parameters();
        var opened = AuditTrailQuery.of(address.getParameters(), NEW_YORK);

        assertThat(address.getParameters())
                .isEqualTo(Map.of("from", List.of("2026-11-27"), "zone", List.of("Europe/Berlin")));
        assertThat(opened.filter()).isEqualTo(sent.filter());
        assertThat(opened.filter().from()).isEqualTo(Instant.parse("2026-11-26T23:00:00Z"));
        assertThat(opened.parameters().getParameters()).isEqualTo(address.getParameters());
    }

    @Test
    void FIELD_P11_without_a_day_the_address_names_no_zone() {
        assertThat(new AuditTrailQuery("ada", "", "", null, null, "", Set.of(), null, null, BERLIN)
                        .parameters()
                        .getQueryString())
                .isEqualTo("search=ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2026-11-27", "from=2026-11-27&zone=", "from=2026-11-27&zone=Nowhere/Else"})
    void an_address_without_a_zone_counts_in_the_readers(String address) {
        assertThat(AuditTrailQuery.of(QueryParameters.fromString(address).getParameters(), ZoneOffset.UTC)
                        .filter()
                        .from())
                .isEqualTo(Instant.parse("2026-11-27T00:00:00Z"));
    }
}
