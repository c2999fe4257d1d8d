package dev.latchkey.user.password.ui;

import dev.latchkey.account.PasswordFault;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.common.text.Sentence;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;

/** What to tell a person about a new password: what the account asks of it, and what it lacks. */
@NamedInterface("ui")
public final class PasswordMessages {

    private PasswordMessages() {}

    /** One sentence a fault. */
    public static List<Sentence> of(Collection<PasswordFault> faults, PasswordRules rules) {
        return faults.stream()
                .map(fault -> Sentence.of(fault.messageKey(), rules.minimumLength(), PasswordRules.MAXIMUM_LENGTH))
                .toList();
    }

    /** What is asked, to be told before anything is typed. */
    public static List<Sentence> hint(PasswordRules rules) {
        // An empty password has every fault of form that there can be
        return Stream.concat(of(rules.faultsOf(""), rules).stream(), Stream.of(Sentence.of("form.password.hint")))
                .toList();
    }
}
