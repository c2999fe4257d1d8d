package dev.latchkey.ui.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import dev.latchkey.common.text.Language;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The choice of the language of the user's pages and mails; it takes effect at once, in every page opened from then on. */
final class LanguageChoice extends Select<Language> {

    LanguageChoice(@Nullable Language chosen, Consumer<@Nullable Language> whenChosen) {
        setLabel(getTranslation("profile.language"));
        setItems(Language.values());
        setItemLabelGenerator(language -> words(this, language));
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption(getTranslation("profile.language.browser"));
        setHelperText(getTranslation("profile.language.hint"));
        setValue(chosen);
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                whenChosen.accept(change.getValue());
                // All texts of the page change, including the frame
                getUI().map(UI::getPage).ifPresent(page -> page.reload());
            }
        });
    }

    private static String words(Component view, @Nullable Language language) {
        return view.getTranslation(
                switch (language) {
                    case null -> "profile.language.browser";
                    case ENGLISH -> "profile.language.english";
                    case GERMAN -> "profile.language.german";
                });
    }
}
