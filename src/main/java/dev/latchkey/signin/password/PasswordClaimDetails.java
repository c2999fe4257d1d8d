package dev.latchkey.signin.password;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** The source of a password: the client's address, and the lane in which it counts if it is wrong. */
public final class PasswordClaimDetails extends WebAuthenticationDetails {

    private final transient PasswordLane lane;

    /** The client's address, and the lane in which its attempts count. */
    public PasswordClaimDetails(HttpServletRequest request, PasswordLane lane) {
        super(request);
        this.lane = lane;
    }

    /** Whether somebody confirms their identity in an open session, instead of logging in. */
    public boolean isInSession() {
        return lane instanceof PasswordLane.OfSession;
    }

    PasswordLane lane() {
        return lane;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
