package dev.latchkey.signin.page.password;

import dev.latchkey.common.text.Sentence;
import dev.latchkey.signin.page.NoteMessages;
import dev.latchkey.user.password.PasswordPolicy;
import dev.latchkey.user.password.ui.PasswordMessages;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The part of a form that asks for a new password. */
@Component
public class NewPasswordForm {

    /** The name of the field. */
    public static final String FIELD = "password";

    private final PasswordPolicy policy;
    private final MessageSource messages;

    NewPasswordForm(PasswordPolicy policy, MessageSource messages) {
        this.policy = policy;
        this.messages = messages;
    }

    /** The account's rules, to show before anything is typed. */
    public String hint(Locale locale) {
        return NoteMessages.text(PasswordMessages.hint(policy.rules()), messages, locale);
    }

    /**
     * What is wrong with the typed password, for a note; empty if nothing is.
     *
     * @param known what is publicly known about the user
     */
    public Map<String, List<Sentence>> errors(String typed, Collection<String> known) {
        var faults = policy.faultsOf(typed, known);
        return faults.isEmpty() ? Map.of() : Map.of(FIELD, PasswordMessages.of(faults, policy.rules()));
    }
}
