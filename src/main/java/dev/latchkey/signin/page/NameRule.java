package dev.latchkey.signin.page;

import dev.latchkey.account.DisplayName;
import dev.latchkey.component.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The part of a form that asks for a name. */
@Component
class NameRule {

    private final MessageSource messages;

    NameRule(MessageSource messages) {
        this.messages = messages;
    }

    /** What is wrong with what was typed into the field, as a note has it; empty where nothing is. */
    Map<String, List<Sentence>> errors(String field, String labelKey, String typed, int longest, Locale locale) {
        return DisplayName.isAllowed(typed, longest)
                ? Map.of()
                : Map.of(
                        field,
                        List.of(Sentence.of("form.text-length", messages.getMessage(labelKey, null, locale), longest)));
    }
}
