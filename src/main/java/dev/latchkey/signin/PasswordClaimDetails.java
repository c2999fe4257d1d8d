package dev.latchkey.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a password comes from: the client's address, and the lane in which it counts if it is wrong. */
final class PasswordClaimDetails extends WebAuthenticationDetails {

    private final transient PasswordLane lane;

    PasswordClaimDetails(HttpServletRequest request, PasswordLane lane) {
        super(request);
        this.lane = lane;
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
