package dev.latchkey.user.setup;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.Organisation;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.AllOrNothing;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.text.DisplayName;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.UserRepository;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import dev.latchkey.user.password.PasswordPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates the first administrator of a new installation, for somebody who can read its log. */
@Service
@NamedInterface("api")
public class AccountSetUp {

    /** How long a set-up link is valid; a restart prints a new one. */
    public static final Duration LINK_LIFE = Duration.ofMinutes(30);

    private final OneTimeLinks links;
    private final UserRepository users;
    private final AccountService accounts;
    private final PasswordPolicy passwordPolicy;
    private final PasswordEncoder passwordEncoder;
    private final AllOrNothing allOrNothing;
    private final AuditTrail auditTrail;
    private final Clock clock;

    AccountSetUp(
            OneTimeLinks links,
            UserRepository users,
            AccountService accounts,
            PasswordPolicy passwordPolicy,
            PasswordEncoder passwordEncoder,
            AllOrNothing allOrNothing,
            AuditTrail auditTrail,
            Clock clock) {
        this.links = links;
        this.users = users;
        this.accounts = accounts;
        this.passwordPolicy = passwordPolicy;
        this.passwordEncoder = passwordEncoder;
        this.allOrNothing = allOrNothing;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** The token of a new set-up link, which voids every earlier one; empty if there is a user. */
    @Transactional
    public Optional<String> issueLink() {
        return users.isEmpty() ? Optional.of(links.issue(LinkPurpose.SET_UP, null, LINK_LIFE)) : Optional.empty();
    }

    /** Whether the token still opens the set-up. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public boolean isOpen(String token) {
        return links.isLive(LinkPurpose.SET_UP, token) && users.isEmpty();
    }

    /**
     * Creates the account with its first administrator, once.
     *
     * @return false if the link has been used or has expired; nothing has changed then
     * @throws RefusedException for names that {@link DisplayName} refuses, or a password that {@link PasswordPolicy} refuses
     */
    @PreAuthorize("permitAll()")
    public boolean found(String token, String typedCompany, EmailAddress email, String typedName, String password) {
        var companyName = DisplayName.require(typedCompany, Organisation.NAME_LENGTH);
        var name = DisplayName.require(typedName, User.NAME_LENGTH);
        passwordPolicy.require(password, List.of(companyName, name, email.value()));
        // No hashing without a valid link
        if (!isOpen(token)) {
            return false;
        }
        var hash = passwordEncoder.encode(password);
        return allOrNothing.happens(() -> redeem(token, companyName, email, name, hash));
    }

    private boolean redeem(String token, String companyName, EmailAddress email, String name, String passwordHash) {
        if (!links.redeem(LinkPurpose.SET_UP, token) || !users.isEmpty()) {
            return false;
        }
        accounts.found(companyName);
        var userId = users.insertActive(email, name, passwordHash, clock.instant());
        users.addToAccountAdministrators(userId);
        auditTrail.record(AuditAction.ACCOUNT_SET_UP, userId, userId, email.value());
        return true;
    }
}
