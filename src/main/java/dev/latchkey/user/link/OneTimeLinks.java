package dev.latchkey.user.link;

import dev.latchkey.common.BoundedBatches;
import dev.latchkey.common.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Creates and redeems the tokens of links that work once; only their SHA-256 is stored, which is enough for 256 random bits. */
@Component
public class OneTimeLinks {

    private static final int TOKEN_BYTES = 32;

    // A text that cannot be a token is not hashed, however long it is
    private static final int TOKEN_CHARACTERS = 43;

    private final OneTimeLinkRepository links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinks(OneTimeLinkRepository links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** Returns the token of a new link; every earlier one of the same purpose and user is void. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String issue(LinkPurpose purpose, @Nullable Long userId, Duration life) {
        revoke(purpose, userId);
        return issueBeside(purpose, userId, life);
    }

    /** Voids every link of that purpose and user. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(LinkPurpose purpose, @Nullable Long userId) {
        links.deleteAllOf(purpose, userId);
    }

    /** Returns the token of a new link in addition to earlier ones, for a message that is sent again after an unclear result. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String issueBeside(LinkPurpose purpose, @Nullable Long userId, Duration life) {
        var token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        var now = clock.instant();
        links.save(new OneTimeLink(null, purpose, hash(text), userId, now, now.plus(life)));
        return text;
    }

    /** Whether the link can still be redeemed; does not use it. */
    @Transactional(readOnly = true)
    public boolean isLive(LinkPurpose purpose, String token) {
        return links.isLive(purpose, hash(token), clock.instant());
    }

    /** The link's user, if it can still be redeemed; does not use it. */
    @Transactional(readOnly = true)
    public Optional<Long> userOf(LinkPurpose purpose, String token) {
        return links.userOf(purpose, hash(token), clock.instant());
    }

    /** Uses the link; of several concurrent calls, the one whose DELETE removes the row returns true. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean redeem(LinkPurpose purpose, String token) {
        return links.redeem(purpose, hash(token), clock.instant());
    }

    /** Deletes links that can no longer be redeemed. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    public void deleteExpired() {
        var now = clock.instant();
        BoundedBatches.repeat(most -> links.deleteExpired(now, most));
    }

    private static byte[] hash(String token) {
        return Sha256.of(token.length() == TOKEN_CHARACTERS ? token : "");
    }
}
