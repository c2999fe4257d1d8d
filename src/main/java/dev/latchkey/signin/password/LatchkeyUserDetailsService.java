package dev.latchkey.signin.password;

import dev.latchkey.signin.SignedInUser;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/**
 * Finds users who may sign in. Others are not found, so that the answer and the time for a disabled or invited user are the same as
 * for an unknown one.
 */
@Service
class LatchkeyUserDetailsService implements UserDetailsService, UserDetailsPasswordService {

    private final UserService users;
    private final Clock clock;

    LatchkeyUserDetailsService(UserService users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return EmailAddress.parse(email)
                .flatMap(users::findByEmail)
                .filter(User::isActive)
                .map(user -> new SignedInUser(user, clock.instant()))
                .orElseThrow(() -> new UsernameNotFoundException("nobody to sign in"));
    }

    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String newPasswordHash) {
        var before = user.getPassword();
        if (newPasswordHash != null && before != null) {
            users.upgradePasswordHash(((SignedInUser) user).getUserId(), before, newPasswordHash);
        }
        return user;
    }
}
