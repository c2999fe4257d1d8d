package dev.latchkey.twofactor.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@LatchkeyTest
class EvidenceTest {

    @Autowired
    private Evidence evidence;

    @Autowired
    private ObservationPump observation;

    @Autowired
    private People people;

    @Autowired
    private TheAccount account;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    private Person auditor;

    @BeforeEach
    void onlyAnAuditorInTheMorning() {
        people.startOver();
        auditor = people.administrator();
        moveTo(today().plusDays(1), LocalTime.of(9, 0));
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void each_past_day_keeps_what_was_so_at_its_end() {
        var member = people.member();
        observation.now();
        var first = today();
        nextMorning();
        people.enrol(member);
        observation.now();
        var second = today();
        nextMorning();
        observation.now();

        assertThat(stateOf(member, first)).map(UserState::factor).contains(FactorState.OFF);
        assertThat(stateOf(member, second)).map(UserState::factor).contains(FactorState.ON);
        assertThat(stateOf(member, first).orElseThrow().fromDay()).isEqualTo(first);
        assertThat(figuresOf(first)).isEqualTo("2 active, 0 protected");
        assertThat(figuresOf(second)).isEqualTo("2 active, 1 protected");
    }

    @Test
    void a_user_who_was_removed_since_is_there_for_the_days_on_which_they_were() {
        var member = people.member();
        observation.now();
        var then = today();
        nextMorning();
        people.remove(member);
        observation.now();
        var without = today();
        nextMorning();

        assertThat(stateOf(member, then)).map(UserState::email).contains(member.email());
        assertThat(stateOf(member, without)).isEmpty();
    }

    @Test
    void a_day_shows_the_address_the_name_the_groups_and_the_status_of_that_day() {
        var member = people.member();
        observation.now();
        var before = today();
        nextMorning();
        people.setEmail(member, "renamed-" + member.email());
        people.setName(member, "mia member");
        people.makeAdministrator(member);
        people.disable(member);
        observation.now();
        var after = today();
        nextMorning();

        assertThat(stateOf(member, before))
                .map(state -> List.of(state.email(), state.name(), state.userGroups(), state.status()))
                .contains(List.of(member.email(), "Mia Member", "", UserStatus.ACTIVE));
        assertThat(stateOf(member, after))
                .map(state -> List.of(state.email(), state.name(), state.userGroups(), state.status()))
                .contains(List.of(
                        "renamed-" + member.email(), "mia member", "Account Administrator", UserStatus.DISABLED));
    }

    @Test
    void the_last_observation_of_a_day_counts_and_there_is_one_right_before_its_end() {
        var member = people.member();
        observation.run();
        people.enrol(member);
        observation.run();
        assertThat(factorsNow(member)).as("no hour has passed").containsExactly("OFF");

        moveTo(today(), LocalTime.of(23, 30));
        observation.run();
        assertThat(factorsNow(member)).containsExactly("ON");
        people.disable(member);
        moveTo(today(), LocalTime.of(23, 51));
        observation.run();
        var day = today();
        nextMorning();
        assertThat(stateOf(member, day)).map(UserState::status).contains(UserStatus.DISABLED);
        assertThat(rowsOf(member)).isOne();
    }

    @Test
    void a_day_without_an_observation_has_the_state_of_the_one_before_and_says_so() {
        var member = people.member();
        observation.now();
        var observed = today();
        nextMorning();
        var unobserved = today();
        nextMorning();
        observation.now();

        assertThat(stateOf(member, unobserved)).isPresent();
        assertThat(people.as(auditor, () -> evidence.observationFor(unobserved)))
                .map(ObservedDay::day)
                .contains(observed);
    }

    @Test
    void nothing_is_known_before_the_first_day_and_of_a_day_that_has_not_ended() {
        assertThat(people.as(auditor, evidence::firstDay)).isEmpty();
        observation.now();

        assertThat(people.as(auditor, evidence::firstDay)).contains(today());
        assertThat(people.as(auditor, () -> evidence.observationFor(today()))).isEmpty();
        assertThat(people.as(auditor, () -> evidence.observationFor(today().minusDays(1))))
                .isEmpty();
    }

    @Test
    void a_pending_secret_that_expires_changes_the_state_by_itself() {
        people.enrol(auditor);
        var member = people.member();
        account.enforceBy(auditor);
        observation.now();
        assertThat(factorsNow(member)).containsExactly("EXPIRED");
    }

    @Test
    void of_several_nodes_one_observes() throws Exception {
        var member = people.member();
        Parallel.times(8, () -> {
            observation.run();
            return true;
        });

        assertThat(rowsOf(member)).isOne();
    }

    @Test
    void nothing_is_kept_for_longer_than_it_is_good_for() {
        var member = people.member();
        observation.now();
        var then = today();
        nextMorning();
        people.remove(member);
        observation.now();
        clock.advance(Duration.between(
                clock.instant(),
                then.plus(DailyObservation.KEPT).plusDays(2).atTime(9, 0).toInstant(ZoneOffset.UTC)));
        observation.now();

        assertThat(rowsOf(member)).isZero();
        assertThat(people.as(auditor, evidence::firstDay)).contains(today());
    }

    private Optional<UserState> stateOf(Person person, LocalDate day) {
        return people.as(auditor, () -> evidence.page(day, person.id() - 1, 1)).stream()
                .filter(state -> state.userId() == person.id())
                .findFirst();
    }

    private String figuresOf(LocalDate day) {
        return people.as(auditor, () -> evidence.figures(30)).stream()
                .filter(figures -> figures.day().equals(day))
                .map(figures -> "%d active, %d protected".formatted(figures.active(), figures.protectedUsers()))
                .findFirst()
                .orElse("");
    }

    private List<String> factorsNow(Person person) {
        return jdbc.queryForList(
                "SELECT factor FROM user_state WHERE user_id = ? AND to_day IS NULL", String.class, person.id());
    }

    private int rowsOf(Person person) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM user_state WHERE user_id = ?", Integer.class, person.id());
    }

    private void nextMorning() {
        moveTo(today().plusDays(1), LocalTime.of(9, 0));
    }

    private void moveTo(LocalDate day, LocalTime time) {
        Instant then = day.atTime(time).toInstant(ZoneOffset.UTC);
        clock.advance(Duration.between(clock.instant(), then));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
