package dev.latchkey.signin;

import dev.latchkey.user.User;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The user of a session: an identity, the epoch in which it began, the time of its password step, and whether its sign-in is
 * complete. Completeness is stored and never recalculated: lifting a rule and restoring it completes nothing. It contains no
 * permissions; those are read from the database with every request.
 */
public final class SignedInUser implements UserDetails, CredentialsContainer {

    private final long userId;
    private final String email;
    private final long sessionEpoch;
    private final Instant signedInAt;
    private final boolean complete;
    private transient @Nullable String passwordHash;

    /** The user after the password step, whose code may still be missing. */
    public SignedInUser(User user, Instant signedInAt) {
        this(user.id(), user.email(), user.sessionEpoch(), signedInAt, false, user.passwordHash());
    }

    private SignedInUser(
            long userId,
            String email,
            long sessionEpoch,
            Instant signedInAt,
            boolean complete,
            @Nullable String passwordHash) {
        this.userId = userId;
        this.email = email;
        this.sessionEpoch = sessionEpoch;
        this.signedInAt = signedInAt;
        this.complete = complete;
        this.passwordHash = passwordHash;
    }

    /** The same user with another epoch, for the only session that survives a change of it. */
    public SignedInUser under(long newEpoch) {
        return new SignedInUser(userId, email, newEpoch, signedInAt, complete, null);
    }

    /** The same user, who has another address by now. */
    public SignedInUser at(String currentEmail) {
        return new SignedInUser(userId, currentEmail, sessionEpoch, signedInAt, complete, passwordHash);
    }

    /** The same user, with a complete sign-in. */
    public SignedInUser completed() {
        return new SignedInUser(userId, email, sessionEpoch, signedInAt, true, null);
    }

    /** The user's id. */
    public long getUserId() {
        return userId;
    }

    /** A session with an older epoch than the user's current one is refused. */
    public long getSessionEpoch() {
        return sessionEpoch;
    }

    /** Whether nothing was missing when the sign-in was last checked. */
    public boolean isComplete() {
        return complete;
    }

    /** When the password step was; proving a factor again later does not change it. */
    public Instant signedInAt() {
        return signedInAt;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInUser that && userId == that.userId && sessionEpoch == that.sessionEpoch;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(userId);
    }

    @Override
    public String toString() {
        return "SignedInUser[userId=" + userId + "]";
    }
}
