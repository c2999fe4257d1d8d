package dev.latchkey.user.password.ui;

import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import dev.latchkey.account.PasswordFault;
import dev.latchkey.account.PasswordRules;
import dev.latchkey.common.text.Sentence;
import dev.latchkey.component.ComponentI18n;
import dev.latchkey.user.password.PasswordPolicy;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;

/** A field for a new password, which shows the account's rules before anything is typed. */
@NamedInterface("ui")
public final class NewPasswordField extends PasswordField {

    private final transient PasswordPolicy policy;
    private final PasswordRules rules;

    /** Creates an empty field. */
    public NewPasswordField(String label, PasswordPolicy policy) {
        this.policy = policy;
        this.rules = policy.rules();
        setLabel(label);
        setHelperText(text(PasswordMessages.hint(rules)));
        getElement().setProperty("autocomplete", "new-password");
        setManualValidation(true);
        setWidthFull();
        ComponentI18n.in(this);
    }

    /**
     * Refuses a password with a sentence for each of its faults.
     *
     * @param known supplies what is publicly known about the user, for each check
     */
    public Validator<String> policy(Supplier<List<String>> known) {
        return (value, context) -> {
            var faults = policy.faultsOf(value, known.get());
            return faults.isEmpty() ? ValidationResult.ok() : ValidationResult.error(sentences(faults));
        };
    }

    /** Whether the typed password has no fault; shows its faults otherwise. */
    public boolean check(List<String> known) {
        var faults = policy.faultsOf(getValue(), known);
        if (faults.isEmpty()) {
            setInvalid(false);
            return true;
        }
        refuse(sentences(faults));
        return false;
    }

    /** Shows why the typed password was refused. */
    public void refuse(String sentence) {
        setErrorMessage(sentence);
        setInvalid(true);
        focus();
    }

    private String sentences(Collection<PasswordFault> faults) {
        return text(PasswordMessages.of(faults, rules));
    }

    private String text(List<Sentence> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.in(this::getTranslation))
                .collect(Collectors.joining(" "));
    }
}
