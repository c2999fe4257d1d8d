package dev.latchkey.user.password.ui;

import dev.latchkey.account.PasswordFault;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.common.text.Sentence;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;

/** Messages about a new password: the account's rules, and its faults. */
@NamedInterface("ui")
public final class PasswordMessages {

    private PasswordMessages() {}

    /** One sentence per fault. */
    public static List<Sentence> of(Collection<PasswordFault> faults, PasswordRules rules) {
        return faults.stream()
                .map(fault -> Sentence.of(fault.messageKey(), rules.minimumLength(), PasswordRules.MAXIMUM_LENGTH))
                .toList();
    }

    /** The rules, to show before anything is typed. */
    public static List<Sentence> hint(PasswordRules rules) {
        // An empty password has every possible fault of form
        return Stream.concat(of(rules.faultsOf(""), rules).stream(), Stream.of(Sentence.of("form.password.hint")))
                .toList();
    }
}
