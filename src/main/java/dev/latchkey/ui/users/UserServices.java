package dev.latchkey.ui.users;

import dev.latchkey.signin.browser.KnownBrowserAdministration;
import dev.latchkey.signin.session.SessionAdministration;
import dev.latchkey.twofactor.code.SignInUnlock;
import dev.latchkey.twofactor.directory.MemberMails;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.group.UserGroups;
import dev.latchkey.user.identity.UserAddress;
import dev.latchkey.user.invitation.Invitations;
import dev.latchkey.user.password.reset.PasswordResetHold;
import org.springframework.stereotype.Component;

/** The services of the pages of users. */
@Component
public record UserServices(
        UserGroups groups,
        Invitations invitations,
        UserAdministration administration,
        UserAddress addresses,
        TwoFactorReset reset,
        SignInUnlock unlock,
        SessionAdministration sessions,
        KnownBrowserAdministration browsers,
        PasswordResetHold passwordResetHold,
        MemberMails mails) {}
