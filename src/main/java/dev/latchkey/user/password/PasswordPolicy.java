package dev.latchkey.user.password;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.PasswordFault;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.common.RefusedException;
import dev.latchkey.user.User;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The policy for new passwords: the account's rules, no common password, and nothing that is publicly known about the user (NIST SP
 * 800-63B, 3.1.1.2). Existing passwords stay valid when the rules change.
 */
@Service
@NamedInterface("api")
public class PasswordPolicy {

    private static final String PRODUCT = "Latchkey";

    private final AccountService accounts;
    private final CommonPasswords common;

    PasswordPolicy(AccountService accounts, CommonPasswords common) {
        this.accounts = accounts;
        this.common = common;
    }

    /** The rules of form, to show before anything is typed. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public PasswordRules rules() {
        return accounts.passwordRules();
    }

    /**
     * Everything that is wrong with the password; empty if nothing is.
     *
     * @param known what is publicly known about the user, such as name and address; the account and the product are always included
     */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Set<PasswordFault> faultsOf(String password, Collection<String> known) {
        return faultsOf(password, known, rules());
    }

    /**
     * Refuses a password that has any fault.
     *
     * @throws RefusedException for the first of its faults
     */
    public void require(String password, Collection<String> known) {
        var rules = accounts.passwordRules();
        faultsOf(password, known, rules).stream().findFirst().ifPresent(fault -> {
            throw new RefusedException(fault.messageKey(), rules.minimumLength(), PasswordRules.MAXIMUM_LENGTH);
        });
    }

    /** Like {@link #require(String, Collection)}, for a user with that name and address. */
    public void require(String password, User user) {
        require(password, List.of(user.name(), user.email()));
    }

    private Set<PasswordFault> faultsOf(String password, Collection<String> known, PasswordRules rules) {
        var normalized = PasswordText.normalized(password);
        if (normalized.isEmpty()) {
            return EnumSet.of(PasswordFault.TOO_LONG);
        }
        var faults = EnumSet.noneOf(PasswordFault.class);
        faults.addAll(rules.faultsOf(normalized.get()));
        if (common.contain(password)) {
            faults.add(PasswordFault.COMMON);
        }
        if (isObvious(password, known)) {
            faults.add(PasswordFault.OBVIOUS);
        }
        return faults;
    }

    private boolean isObvious(String password, Collection<String> known) {
        var bare = PasswordText.bare(password);
        if (bare.isEmpty()) {
            return false;
        }
        return Stream.of(known.stream(), accounts.companyName().stream(), Stream.of(PRODUCT))
                .flatMap(words -> words)
                .flatMap(word -> Stream.of(word, word.substring(0, word.indexOf('@') + 1)))
                .flatMap(word -> PasswordText.bare(word).stream())
                .anyMatch(bare.get()::equals);
    }
}
