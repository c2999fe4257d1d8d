package dev.latchkey.user.password;

import dev.latchkey.account.PasswordRules;
import java.util.Set;
import java.util.stream.Collectors;
import me.gosimple.nbvcxz.resources.DictionaryUtil;
import org.springframework.stereotype.Component;

/** Common passwords: the 100,000 most common leaked ones, as nbvcxz ships them, without those that are always too short. */
@Component
class CommonPasswords {

    // The library reports only on the console that it could not read its list
    private static final int FEWEST = 10_000;

    private final Set<String> passwords;

    CommonPasswords() {
        passwords = DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords).keySet().stream()
                .flatMap(password -> PasswordText.folded(password).stream())
                .filter(password -> password.length() >= PasswordRules.LEAST_MINIMUM)
                .collect(Collectors.toUnmodifiableSet());
        if (passwords.size() < FEWEST) {
            throw new IllegalStateException("only " + passwords.size() + " common passwords could be read");
        }
    }

    /** Whether the password is one of them, ignoring case. */
    boolean contain(String password) {
        return PasswordText.folded(password).filter(passwords::contains).isPresent();
    }
}
