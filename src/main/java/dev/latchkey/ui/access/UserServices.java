package dev.latchkey.ui.access;

import dev.latchkey.signin.KnownBrowserAdministration;
import dev.latchkey.signin.SessionAdministration;
import dev.latchkey.twofactor.SignInUnlock;
import dev.latchkey.twofactor.TwoFactorReset;
import dev.latchkey.user.Invitations;
import dev.latchkey.user.PasswordResetHold;
import dev.latchkey.user.UserAdministration;
import dev.latchkey.user.UserGroups;
import org.springframework.stereotype.Component;

/** The use cases that the page of users offers. */
@Component
record UserServices(
        UserGroups groups,
        Invitations invitations,
        UserAdministration administration,
        TwoFactorReset reset,
        SignInUnlock unlock,
        SessionAdministration sessions,
        KnownBrowserAdministration browsers,
        PasswordResetHold passwordResetHold) {}
