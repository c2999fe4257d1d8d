package dev.latchkey.signin.password;

import dev.latchkey.signin.network.ClientRateLimiter;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.password.reset.PasswordResetRequests;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Accepts a request for a new password from somebody who cannot sign in. */
@Service
public class ForgottenPassword {

    private final ClientRateLimiter rateLimiter;
    private final PasswordResetRequests requests;

    ForgottenPassword(ClientRateLimiter rateLimiter, PasswordResetRequests requests) {
        this.rateLimiter = rateLimiter;
        this.requests = requests;
    }

    /**
     * Sends a link if that is a user's address, without revealing whether it is. Requests from a client address that asks or fails
     * too often are ignored, which is not revealed either.
     */
    @PreAuthorize("permitAll()")
    public void ask(EmailAddress email, String clientAddress) {
        if (rateLimiter.take(clientAddress)) {
            requests.take(email, clientAddress);
        }
    }
}
