package dev.latchkey.user.password.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Browser;
import dev.latchkey.support.CountedHashes;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LatchkeyTest
class HashLaneTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private CountedHashes hashes;

    @BeforeEach
    void nobody() {
        people.startOver();
        // The first login of all makes the hash that unknown users are held against
        new Browser(port).logIn("warm-up@example.com", People.PASSWORD);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
        hashes.whileNext(() -> {});
    }

    @Test
    void FIELD_A12_whoever_is_known_or_has_a_link_waits_apart_from_strangers() {
        var person = people.member();
        var browser = new Browser(port);

        assertThat(laneOf(() -> browser.logIn(person.email(), People.PASSWORD)).ofStrangers())
                .isTrue();
        assertThat(laneOf(() -> browser.logIn("nobody@example.com", People.PASSWORD))
                        .ofStrangers())
                .as("in a browser that knows somebody else")
                .isTrue();
        assertThat(laneOf(() -> browser.logIn(person.email(), People.PASSWORD)).ofStrangers())
                .isFalse();
        var token = links.tokenFor(person);
        assertThat(laneOf(() -> new Browser(port)
                                .submit("reset-password/" + token, Map.of("password", "another-canary-velvet")))
                        .ofStrangers())
                .isFalse();
    }

    private HashLane laneOf(Runnable work) {
        var lane = new AtomicReference<HashLane>();
        hashes.whileNext(() -> lane.set(HashLane.current()));
        work.run();
        return lane.get();
    }
}
