package dev.latchkey.signin.page.signup;

import dev.latchkey.common.text.DisplayName;
import dev.latchkey.common.text.Sentence;
import java.util.List;
import java.util.Map;

/** The part of a form that asks for a name. */
final class NameRule {

    private NameRule() {}

    /** What is wrong with the typed name, for a note; empty if nothing is. */
    static Map<String, List<Sentence>> errors(String field, String typed, int longest) {
        return DisplayName.faultOf(typed, longest)
                .map(fault -> Map.of(field, List.of(Sentence.of(fault.messageKey(), longest))))
                .orElse(Map.of());
    }
}
