package dev.latchkey.user.identity;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.access.OnlyThemselves;
import dev.latchkey.user.access.SteppedUpThemselves;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets users change their own email address. */
@Service
@NamedInterface("api")
public class OwnAddress {

    private final UserRepository users;
    private final AddressChangeRepository changes;
    private final AddressRequests requests;

    OwnAddress(UserRepository users, AddressChangeRepository changes, AddressRequests requests) {
        this.users = users;
        this.changes = changes;
        this.requests = requests;
    }

    /** The address that waits for its link; empty if there is none. */
    @OnlyThemselves
    @Transactional(readOnly = true)
    public Optional<String> waiting(long userId) {
        return requests.open(userId).map(AddressChange::newEmail);
    }

    /**
     * Sends a link to the new address, which counts once that is used, and tells the old one. An address of another user gets no
     * link, and the answer is the same.
     *
     * @throws RefusedException if it is their address already, its domain is not allowed, the last change can still be taken back,
     *     or there were too many requests
     */
    @SteppedUpThemselves
    @RetryOnConcurrencyFailure
    @Transactional
    public void request(long userId, EmailAddress wanted) {
        changes.lock(userId);
        requests.begin(userId, users.findById(userId).orElseThrow(), wanted);
    }

    /** Takes a waiting request back, if there is one: everything stays as it is. */
    @OnlyThemselves
    @RetryOnConcurrencyFailure
    @Transactional
    public void withdraw(long userId) {
        requests.withdraw(userId, userId);
    }
}
