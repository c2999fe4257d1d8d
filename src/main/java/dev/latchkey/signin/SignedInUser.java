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
 * Who a session belongs to: an identity, the epoch that it began under, and when its password step began it. It carries no permission; those are read from the
 * database with every request.
 */
public final class SignedInUser implements UserDetails, CredentialsContainer {

    private final long userId;
    private final String email;
    private final long sessionEpoch;
    private final Instant signedInAt;
    private transient @Nullable String passwordHash;

    SignedInUser(User user, Instant signedInAt) {
        this(user.id(), user.email(), user.sessionEpoch(), signedInAt, user.passwordHash());
    }

    private SignedInUser(
            long userId, String email, long sessionEpoch, Instant signedInAt, @Nullable String passwordHash) {
        this.userId = userId;
        this.email = email;
        this.sessionEpoch = sessionEpoch;
        this.signedInAt = signedInAt;
        this.passwordHash = passwordHash;
    }

    /** The same user under another epoch, for the one session that outlives a change of it. */
    SignedInUser under(long newEpoch) {
        return new SignedInUser(userId, email, newEpoch, signedInAt, null);
    }

    /** The user's id. */
    public long getUserId() {
        return userId;
    }

    /** A session of an older epoch than the user's current one is refused. */
    public long getSessionEpoch() {
        return sessionEpoch;
    }

    /** When the password step was; proving a factor anew later does not move it. */
    Instant signedInAt() {
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
