package dev.latchkey.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLink;
import dev.latchkey.user.link.OneTimeLinkRepository;
import dev.latchkey.user.password.PasswordRepository;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Times as repositories write and read them, in the zone of the JVM: not a microsecond is lost, and the driver reads the same. */
@LatchkeyTest
class StoredTimesTest {

    private static final Instant AT = Instant.parse("2026-11-27T03:04:05.123456Z");

    @Autowired
    private UserRepository users;

    @Autowired
    private PasswordRepository passwords;

    @Autowired
    private OneTimeLinkRepository links;

    @Autowired
    private People people;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void a_parameter_is_written_to_the_microsecond_in_the_zone_of_the_jvm_as_the_driver_does() {
        var member = people.member();

        users.setLastSignIn(member.id(), AT);

        assertThat(stored("SELECT CAST(last_sign_in_at AS CHAR) FROM users WHERE id = ?", member.id()))
                .isEqualTo(inZoneOfJvm());
        assertThat(users.findById(member.id()).orElseThrow().lastSignInAt()).isEqualTo(AT);
    }

    @Test
    void a_single_time_is_read_as_it_was_written() {
        var member = people.member();
        jdbc.update("UPDATE users SET mailed_secret_held_until = ? WHERE id = ?", Timestamp.from(AT), member.id());

        assertThat(passwords.secretHeldUntil(member.id())).contains(AT);
    }

    @Test
    void a_saved_row_has_the_same_times() {
        var member = people.member();

        var saved = links.save(
                new OneTimeLink(null, LinkPurpose.PASSWORD_RESET, new byte[32], member.id(), AT, AT.plusNanos(1_000)));

        assertThat(stored("SELECT CAST(created_at AS CHAR) FROM one_time_link WHERE id = ?", saved.id()))
                .isEqualTo(inZoneOfJvm());
        assertThat(links.isLive(LinkPurpose.PASSWORD_RESET, new byte[32], AT)).isTrue();
        assertThat(links.isLive(LinkPurpose.PASSWORD_RESET, new byte[32], AT.plusNanos(1_000)))
                .isFalse();
    }

    private String stored(String query, Object id) {
        return jdbc.queryForObject(query, String.class, id);
    }

    private static String inZoneOfJvm() {
        return LocalDateTime.ofInstant(AT, ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS"));
    }
}
